"use client";

import { Archive, ArchiveRestore, EyeOff, Send } from "lucide-react";
import { useLocale, useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, CardAction, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { formatInstant } from "@/lib/core/dates";
import type { ArticleDto } from "@/lib/data/knowledge/schemas";
import { ArticleStateBadge } from "../_components/article-state";
import type { Editor } from "./use-editor";
import { usePublishing } from "./use-publishing";

/** What readers find of the open language, and the acts that change it. */
export function Publishing({ editor, canWrite }: { editor: Editor; canWrite: boolean }) {
  const t = useTranslations("knowledge");
  const article = editor.stored[editor.language];
  const hasChanges =
    article !== undefined &&
    article.publishedVersion !== null &&
    article.publishedVersion < article.latestVersion;
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("publishing.title")}</CardTitle>
        {article ? (
          <CardAction>
            <ArticleStateBadge state={article.state} label={t(`state.${article.state}`)} />
          </CardAction>
        ) : null}
      </CardHeader>
      <CardContent className="grid gap-3 text-compact">
        <p className="text-ink-2">
          {article ? <Standing article={article} timeZone={editor.timeZone} /> : t("publishing.never")}
        </p>
        {hasChanges ? (
          <p>
            <Badge tone="amber">{t("publishing.changes", { number: article.latestVersion })}</Badge>
          </p>
        ) : null}
        {canWrite ? <Acts editor={editor} article={article} /> : null}
      </CardContent>
    </Card>
  );
}

function Standing({ article, timeZone }: { article: ArticleDto; timeZone: string }) {
  const t = useTranslations("knowledge.publishing");
  const locale = useLocale();
  const { state, publishedVersion, latestVersion, validFrom, validUntil } = article;
  const number = publishedVersion ?? 0;
  const time = (at: string) => formatInstant(at, { locale, timeZone, style: "dateTime" });
  // The times shown are those of the latest version: of an older one that is published they are not known here.
  const isLatest = number === latestVersion;
  if (state === "scheduled" && isLatest && validFrom)
    return t("scheduled", { number, time: time(validFrom) });
  if (state === "expired" && isLatest && validUntil) return t("expired", { number, time: time(validUntil) });
  if (state === "draft" || state === "archived") return t(state);
  return t("published", { number });
}

function Acts({ editor, article }: { editor: Editor; article: ArticleDto | undefined }) {
  const t = useTranslations("knowledge.publishing");
  const { publish, unpublish, archive, isPending } = usePublishing(editor);
  const isUnsaved = editor.unsaved.includes(editor.language);
  const canPublish = isUnsaved || (article && article.publishedVersion !== article.latestVersion);
  const status = article?.status;
  return (
    <div className="flex flex-wrap gap-2">
      {canPublish && status !== "archived" ? (
        <Button
          variant={isUnsaved ? "outline" : "default"}
          loading={isPending}
          disabled={editor.isSaving && !isPending}
          onClick={() => void publish()}
        >
          <Send aria-hidden />
          {isUnsaved ? t("saveAndPublish") : t("publish")}
        </Button>
      ) : null}
      {article && status === "published" ? (
        <Button variant="outline" loading={isPending} onClick={() => void unpublish(article)}>
          <EyeOff aria-hidden />
          {t("unpublish")}
        </Button>
      ) : null}
      {article && status === "archived" ? (
        <Button variant="outline" loading={isPending} onClick={() => void unpublish(article)}>
          <ArchiveRestore aria-hidden />
          {t("restore")}
        </Button>
      ) : article ? (
        <Button variant="ghost" loading={isPending} onClick={() => void archive(article)}>
          <Archive aria-hidden />
          {t("archive")}
        </Button>
      ) : null}
    </div>
  );
}
