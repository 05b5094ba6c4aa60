import { DateTime } from "@/components/format/date-time";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { getTranslations } from "@/lib/platform/http/locale";
import type { PageContext } from "@/lib/platform/http/page-context";
import type { HeadVersionDto, UnderstandingStatusDto } from "@/lib/service/understanding/schemas";
import { versionName } from "../_version-name";
import { ActivateButton } from "./activate-button";
import { ChangedIntents } from "./changed-intents";
import { LanguageScores } from "./language-scores";
import { ScoreTable } from "./score-table";

interface VersionCardProps {
  ctx: PageContext;
  version: HeadVersionDto;
  status: UnderstandingStatusDto;
  canManage: boolean;
}

const TONES = {
  active: "jade",
  candidate: "blue",
  rejected: "amber",
  earlier: "neutral",
  incompatible: "neutral",
} as const satisfies Record<string, BadgeTone>;

/** One version: what became of it and why, and how it fares against the one before it. */
export async function VersionCard({ ctx, version, status, canManage }: VersionCardProps) {
  const t = await getTranslations("understanding.versions");
  const state = stateOf(version, status.active.number);
  const { counts, comparison } = version;
  const before = versionName(t, version.previousNumber);
  const isOlder = version.number < (status.active.number ?? 0);
  return (
    <Card className="px-4 py-3.5" data-version={version.number}>
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <div className="min-w-0 flex-1 basis-64">
          <h2 className="flex items-center gap-2 font-semibold text-sm">
            {t("version", { number: version.number })}
            <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>
          </h2>
          <p className="text-compact text-ink-2">
            {version.isCompatible ? t(`reason.${version.reason}`) : t("incompatible")}
          </p>
          <p className="text-ink-3 text-xs">
            <DateTime value={version.createdAt} locale={ctx.locale} timeZone={ctx.timeZone} /> ·{" "}
            {version.trigger === "automatic" ? t("automatic") : t("asked", { name: version.requestedBy })} ·{" "}
            {t("learntFrom", {
              corrections: counts.corrections,
              confirmations: counts.confirmations,
              examples: counts.examples,
              heldOut: counts.heldOut,
            })}
          </p>
        </div>
        {canManage && !version.isActive && version.isCompatible ? (
          <ActivateButton
            id={version.id}
            name={t("version", { number: version.number })}
            current={versionName(t, status.active.number)}
            isOlder={isOlder}
          />
        ) : null}
      </div>
      {comparison.heldOutTexts > 0 ? (
        <div className="mt-3 grid gap-x-8 gap-y-3 lg:grid-cols-2">
          <div className="grid min-w-0 content-start gap-y-3">
            <ScoreTable
              ctx={ctx}
              comparison={comparison}
              before={before}
              after={versionName(t, version.number)}
            />
            <LanguageScores ctx={ctx} comparison={comparison} />
          </div>
          <ChangedIntents ctx={ctx} comparison={comparison} limit={5} />
        </div>
      ) : null}
    </Card>
  );
}

function stateOf(version: HeadVersionDto, active: number | null): keyof typeof TONES {
  if (!version.isCompatible) return "incompatible";
  if (version.isActive) return "active";
  if (version.decision === "rejected") return "rejected";
  return version.number > (active ?? 0) ? "candidate" : "earlier";
}
