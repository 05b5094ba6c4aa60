"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { ErrorState } from "@/components/feedback/error-state";
import { fetchJson } from "@/components/shell/fetch-json";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";
import { formatInstant } from "@/lib/core/dates";
import type { Page } from "@/lib/core/pagination";
import type { ArticleDto, ArticleVersionDto } from "@/lib/data/knowledge/schemas";
import { CompareDialog } from "./compare-dialog";
import type { Editor } from "./use-editor";

interface HistoryProps {
  editor: Editor;
  article: ArticleDto;
  canWrite: boolean;
}

/** All that an article has said, the newest first; any two of them can be compared. */
export function History({ editor, article, canWrite }: HistoryProps) {
  const t = useTranslations("knowledge.history");
  const common = useTranslations("common");
  const [compared, setCompared] = useState<number | null>(null);
  const query = useInfiniteQuery({
    queryKey: ["knowledge", "versions", article.id],
    queryFn: ({ pageParam, signal }) => {
      const cursor = pageParam ? `&cursor=${encodeURIComponent(pageParam)}` : "";
      return fetchJson<Page<ArticleVersionDto>>(
        `/api/v1/knowledge/articles/${article.id}/versions?limit=20${cursor}`,
        signal,
      );
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
  const versions = query.data?.pages.flatMap(({ data }) => data) ?? [];
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("title")}</CardTitle>
      </CardHeader>
      {query.isPending ? (
        <div role="status" aria-label={common("loading")} className="grid gap-2 px-4 pb-3.5">
          <Skeleton className="h-3 w-40" />
          <Skeleton className="h-3 w-32" />
        </div>
      ) : query.isError ? (
        <ErrorState
          cause={t("failed")}
          labels={{ requestId: common("requestId"), retry: common("retry") }}
          retrying={query.isRefetching}
          onRetry={() => void query.refetch()}
        />
      ) : (
        <ol aria-label={t("title")} className="divide-y border-t">
          {versions.map((version) => (
            <VersionRow
              key={version.number}
              version={version}
              isPublished={version.number === article.publishedVersion}
              timeZone={editor.timeZone}
              onCompare={versions.length > 1 ? () => setCompared(version.number) : undefined}
            />
          ))}
        </ol>
      )}
      {query.hasNextPage ? (
        <div className="border-t px-4 py-2">
          <Button
            variant="ghost"
            size="sm"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t("older")}
          </Button>
        </div>
      ) : null}
      {compared !== null ? (
        <CompareDialog
          key={compared}
          editor={editor}
          article={article}
          versions={versions}
          compared={compared}
          canWrite={canWrite}
          onClose={() => setCompared(null)}
        />
      ) : null}
    </Card>
  );
}

interface VersionRowProps {
  version: ArticleVersionDto;
  isPublished: boolean;
  timeZone: string;
  onCompare: (() => void) | undefined;
}

function VersionRow({ version, isPublished, timeZone, onCompare }: VersionRowProps) {
  const t = useTranslations("knowledge.history");
  const locale = useLocale();
  const { number, authorName, createdAt, restoredFrom } = version;
  const time = formatInstant(createdAt, { locale, timeZone, style: "dateTime" });
  return (
    <li className="flex items-start gap-2 px-4 py-2 text-compact">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
          {t("version", { number })}
          {isPublished ? <Badge tone="jade">{t("published")}</Badge> : null}
        </p>
        <p className="break-words text-ink-3 text-xs">
          {t("by", { name: authorName, time })}
          {restoredFrom === null ? null : ` · ${t("restored", { number: restoredFrom })}`}
        </p>
      </div>
      {onCompare ? (
        <Button variant="ghost" size="sm" aria-label={t("compareOne", { number })} onClick={onCompare}>
          {t("compare")}
        </Button>
      ) : null}
    </li>
  );
}
