"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useMemo, useRef } from "react";
import { useTranslations } from "use-intl";
import { DateTime } from "@/components/format/date-time";
import { usePageCommands } from "@/components/shell/commands-context";
import { fetchJson } from "@/components/shell/fetch-json";
import { PageTitle } from "@/components/shell/page";
import { Alert, AlertDescription, AlertTitle } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { Locale } from "@/lib/core/context";
import type { ImportDto } from "@/lib/data/imports/schemas";
import { formatBytes } from "../../_components/format-bytes";
import { ImportStatus, isUnderWay } from "../../_components/import-status";
import { ImportSummary } from "./import-summary";
import type { ShownRejection } from "./read-first-rejections";
import { Rejections } from "./rejections";
import { RunningPanel } from "./running-panel";

interface ImportViewProps {
  initial: ImportDto;
  rejections: ShownRejection[];
  mayCancel: boolean;
  locale: Locale;
  timeZone: string;
}

const POLL_MS = 1_000;

/** One import from its upload to its summary; asks once a second while it is under way. */
export function ImportView({ initial, rejections, mayCancel, locale, timeZone }: ImportViewProps) {
  const t = useTranslations("imports");
  const router = useRouter();
  const queries = useQueryClient();
  const queryKey = useMemo(() => ["import", initial.id], [initial.id]);
  const { data: item } = useQuery({
    queryKey,
    queryFn: ({ signal }) => fetchJson<ImportDto>(`/api/v1/imports/${initial.id}`, signal),
    initialData: initial,
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? POLL_MS : false),
  });
  const underWay = isUnderWay(item);

  // The rejections come with the page: once it has ended, the page is drawn anew.
  const wasUnderWay = useRef(underWay);
  useEffect(() => {
    if (wasUnderWay.current && !underWay) router.refresh();
    wasUnderWay.current = underWay;
  }, [underWay, router]);

  usePageCommands(
    useMemo(() => [{ id: "new", label: t("again"), run: () => router.push("/imports/new") }], [t, router]),
  );
  return (
    <>
      <PageTitle
        title={<span className="break-all">{item.fileName}</span>}
        lead={
          <span className="flex flex-wrap items-center gap-x-2">
            <ImportStatus status={item.status} label={t(`status.${item.status}`)} />
            <span aria-hidden>·</span>
            {t(`kinds.${item.kind}.name`)}
            <span aria-hidden>·</span>
            {formatBytes(item.fileBytes, locale)}
            <span aria-hidden>·</span>
            <DateTime value={item.createdAt} locale={locale} timeZone={timeZone} />
          </span>
        }
        action={
          item.status === "succeeded" ? (
            <Button asChild variant="outline">
              <Link href={`/${item.kind}`}>{t(`open.${item.kind}`)}</Link>
            </Button>
          ) : mayCancel && (item.status === "failed" || item.status === "cancelled") ? (
            <Button asChild>
              <Link href={`/imports/new?kind=${item.kind}`}>{t("again")}</Link>
            </Button>
          ) : null
        }
      />
      <p role="status" className="sr-only">
        {underWay ? "" : t(`status.${item.status}`)}
      </p>
      <div className="grid gap-3.5">
        {underWay ? (
          <RunningPanel
            item={item}
            mayCancel={mayCancel}
            locale={locale}
            onCancelled={(cancelled) => queries.setQueryData(queryKey, cancelled)}
          />
        ) : null}
        {item.status === "failed" ? (
          <Alert tone="cinnabar">
            <AlertTitle>{t("failed.title")}</AlertTitle>
            <AlertDescription>{item.error ?? t("failed.unknown")}</AlertDescription>
          </Alert>
        ) : null}
        {item.status === "cancelled" ? (
          <Alert>
            <AlertTitle>{t("cancelled.title")}</AlertTitle>
            <AlertDescription>{t("cancelled.description")}</AlertDescription>
          </Alert>
        ) : null}
        {underWay ? null : <ImportSummary item={item} locale={locale} />}
        {!underWay && item.rejectedUrl ? (
          <Rejections
            rejections={rejections}
            total={item.rows.rejected}
            url={item.rejectedUrl}
            locale={locale}
          />
        ) : null}
      </div>
    </>
  );
}
