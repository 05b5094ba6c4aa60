"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { DataTable, type DataTableColumn } from "@/components/data-table/data-table";
import { DateTime } from "@/components/format/date-time";
import { formatPercent } from "@/components/format/format-number";
import { NumberValue } from "@/components/format/number";
import { fetchJson } from "@/components/shell/fetch-json";
import { Progress } from "@/components/ui/progress";
import type { Locale } from "@/lib/core/context";
import type { Page } from "@/lib/core/pagination";
import type { ImportDto } from "@/lib/data/imports/schemas";
import { formatBytes } from "./format-bytes";
import { ImportStatus, isUnderWay } from "./import-status";

interface ImportsTableProps {
  first: Page<ImportDto>;
  cursor: string | undefined;
  locale: Locale;
  timeZone: string;
}

const POLL_MS = 1_500;

/** Drawn by the server; asks again while something on it is under way. */
export function ImportsTable({ first, cursor, locale, timeZone }: ImportsTableProps) {
  const t = useTranslations("imports");
  const { data } = useQuery({
    queryKey: ["imports", cursor ?? ""],
    queryFn: ({ signal }) =>
      fetchJson<Page<ImportDto>>(
        `/api/v1/imports${cursor ? `?cursor=${encodeURIComponent(cursor)}` : ""}`,
        signal,
      ),
    initialData: first,
    refetchInterval: ({ state }) => (state.data?.data.some(isUnderWay) ? POLL_MS : false),
  });
  const columns: DataTableColumn<ImportDto>[] = [
    {
      id: "file",
      header: t("columns.file"),
      href: (item) => `/imports/${item.id}`,
      cell: (item) => <span className="break-all">{item.fileName}</span>,
    },
    { id: "kind", header: t("columns.kind"), from: "sm", cell: (item) => t(`kinds.${item.kind}.name`) },
    {
      id: "status",
      header: t("columns.status"),
      cell: (item) =>
        item.status === "running" ? (
          <span className="grid w-32 gap-1">
            <ImportStatus
              status="running"
              label={`${t("status.running")} ${formatPercent(item.progress, locale, { fractionDigits: 0 })}`}
            />
            <Progress value={item.progress * 100} label={t("progress.label", { file: item.fileName })} />
          </span>
        ) : (
          <ImportStatus status={item.status} label={t(`status.${item.status}`)} />
        ),
    },
    {
      id: "accepted",
      header: t("columns.accepted"),
      align: "end",
      cell: (item) => <NumberValue value={item.rows.accepted} locale={locale} />,
    },
    {
      id: "rejected",
      header: t("columns.rejected"),
      align: "end",
      cell: (item) => (
        <NumberValue
          value={item.rows.rejected}
          locale={locale}
          className={item.rows.rejected > 0 ? "text-amber-ink" : "text-ink-3"}
        />
      ),
    },
    {
      id: "size",
      header: t("columns.size"),
      align: "end",
      from: "lg",
      cell: (item) => formatBytes(item.fileBytes, locale),
    },
    { id: "createdBy", header: t("columns.createdBy"), from: "lg", cell: (item) => item.createdBy ?? "API" },
    {
      id: "createdAt",
      header: t("columns.createdAt"),
      from: "md",
      cell: (item) => <DateTime value={item.createdAt} locale={locale} timeZone={timeZone} />,
    },
  ];
  return <DataTable label={t("title")} columns={columns} rows={data.data} rowKey={({ id }) => id} />;
}
