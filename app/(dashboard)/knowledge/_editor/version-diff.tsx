"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { LineDiff } from "@/components/diff/line-diff";
import type { ArticleLanguage } from "@/lib/data/knowledge/schemas";
import { type Draft, isSameDraft } from "./draft";

interface Side {
  name: string;
  draft: Draft;
}

interface VersionDiffProps {
  language: ArticleLanguage;
  from: Side;
  to: Side;
}

const FACTS = ["title", "audience", "validFrom", "validUntil", "tags"] as const;

/** What one version changes of another: the facts first, then the text line by line. */
export function VersionDiff({ language, from, to }: VersionDiffProps) {
  const t = useTranslations("knowledge");
  const labels = useMemo(
    () => ({
      removed: t("history.removed"),
      added: t("history.added"),
      skipped: (count: number) => t("history.skipped", { count }),
    }),
    [t],
  );
  if (isSameDraft(from.draft, to.draft)) {
    return (
      <p role="status" className="text-compact text-ink-3">
        {t("history.same")}
      </p>
    );
  }
  const shown = (draft: Draft, fact: (typeof FACTS)[number]) =>
    (fact === "audience" ? t(`audience.${draft.audience}`) : draft[fact].replace("T", " ")) ||
    t("history.none");
  const changed = FACTS.filter((fact) => from.draft[fact] !== to.draft[fact]);
  return (
    <div className="grid min-w-0 gap-4">
      {changed.length > 0 ? (
        <dl className="grid gap-2 text-compact">
          {changed.map((fact) => (
            <div key={fact} className="grid gap-0.5">
              <dt className="text-ink-3 text-xs">{t(`editor.${fact}`)}</dt>
              <dd className="flex flex-wrap gap-x-2 gap-y-1 break-words">
                <del className="rounded-sm bg-cinnabar-wash px-1">{shown(from.draft, fact)}</del>
                <span aria-hidden>→</span>
                <ins className="rounded-sm bg-jade-wash px-1 no-underline">{shown(to.draft, fact)}</ins>
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      {from.draft.body === to.draft.body ? null : (
        <section aria-label={t("history.body")}>
          <LineDiff before={from.draft.body} after={to.draft.body} locale={language} labels={labels} />
        </section>
      )}
    </div>
  );
}
