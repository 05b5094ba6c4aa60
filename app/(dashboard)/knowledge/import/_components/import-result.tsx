"use client";

import { CircleCheck } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { Loading, TableSkeleton } from "@/components/feedback/page-skeletons";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, CardAction, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { ImportedArticlesDto, ImportResult as ImportedRow } from "@/lib/data/knowledge/schemas";
import { useProblem } from "./use-problem";

interface ImportResultProps {
  /** Null while the file is read. */
  result: ImportedArticlesDto | null;
  isStored: boolean;
  isStoring: boolean;
  onStore: () => void;
  onAnother: () => void;
}

/** Row by row what would come in; after that, what came in. */
export function ImportResult({ result, isStored, isStoring, onStore, onAnother }: ImportResultProps) {
  const t = useTranslations("knowledge.importer");
  if (!result) {
    return (
      <Loading label={t("checking")}>
        <TableSkeleton rows={5} columns={4} />
      </Loading>
    );
  }
  const count = (status: ImportedRow["status"]) =>
    result.results.filter((row) => row.status === status).length;
  const counts = {
    ...{ created: count("created"), updated: count("updated") },
    ...{ unchanged: count("unchanged"), rejected: count("rejected") },
  };
  return (
    <Card data-testid="import-result">
      <CardHeader>
        <CardTitle>{isStored ? t("done") : t("preview")}</CardTitle>
        <CardDescription role="status">{t("summary", counts)}</CardDescription>
        <CardAction className="max-sm:col-start-1 max-sm:row-start-3 max-sm:pt-2">
          {isStored ? (
            <>
              <Button variant="outline" onClick={onAnother}>
                {t("another")}
              </Button>
              <Button asChild>
                <Link href="/knowledge">{t("open")}</Link>
              </Button>
            </>
          ) : (
            <Button disabled={result.accepted === 0} loading={isStoring} onClick={onStore}>
              {t("store", { count: result.accepted })}
            </Button>
          )}
        </CardAction>
      </CardHeader>
      {isStored ? (
        <p role="status" className="flex items-center gap-2 px-4 pb-3 text-compact text-jade-ink">
          <CircleCheck aria-hidden className="size-4" />
          {t("stored", { count: result.accepted })}
        </p>
      ) : counts.created + counts.updated === 0 && counts.rejected === 0 ? (
        <p className="px-4 pb-3 text-compact text-ink-3">{t("nothing")}</p>
      ) : null}
      <div className="border-t">
        <Rows rows={result.results} />
      </div>
    </Card>
  );
}

const TONES: Record<ImportedRow["status"], BadgeTone> = {
  created: "jade",
  updated: "blue",
  unchanged: "neutral",
  rejected: "cinnabar",
};

function Rows({ rows }: { rows: readonly ImportedRow[] }) {
  const t = useTranslations("knowledge");
  const problem = useProblem();
  return (
    <Table label={t("importer.preview")}>
      <TableHeader>
        <TableRow>
          <TableHead className="w-14 text-right">{t("importer.line")}</TableHead>
          <TableHead>{t("importer.articleTitle")}</TableHead>
          <TableHead className="max-sm:hidden">{t("importer.language")}</TableHead>
          <TableHead>{t("importer.will")}</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.map(({ line, title, language, status, error }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other identity
          <TableRow key={at} data-status={status}>
            <TableCell className="text-right text-ink-3">{line}</TableCell>
            <TableCell className="whitespace-normal break-words">
              <span lang={language ?? undefined}>
                {title || <span className="text-ink-3">{t("importer.untitled")}</span>}
              </span>
              {error ? <p className="text-cinnabar-ink text-xs">{problem(error)}</p> : null}
            </TableCell>
            <TableCell className="text-ink-2 max-sm:hidden">
              {language ? t(`language.${language}`) : "—"}
            </TableCell>
            <TableCell>
              <Badge tone={TONES[status]}>{t(`importer.status.${status}`)}</Badge>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
