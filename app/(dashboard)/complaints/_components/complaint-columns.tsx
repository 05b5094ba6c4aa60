import type { DataTableColumn } from "@/components/data-table/data-table";
import { RelativeTime } from "@/components/format/relative-time";
import type { Locale } from "@/lib/core/context";
import type { ComplaintDto } from "@/lib/data/after-sales/schemas";
import type { getTranslations } from "@/lib/platform/http/locale";
import { ComplaintStatus, SeverityBadge } from "./complaint-badges";

interface ColumnsInput {
  t: Awaited<ReturnType<typeof getTranslations<"complaints">>>;
  locale: Locale;
  timeZone: string;
  now: Date;
}

export function complaintColumns(input: ColumnsInput): DataTableColumn<ComplaintDto>[] {
  const { t, locale, timeZone, now } = input;
  return [
    {
      id: "text",
      header: t("columns.text"),
      href: ({ id }) => `/complaints/${id}`,
      cell: ({ text }) => <span className="line-clamp-2 min-w-40 break-words font-normal">{text}</span>,
    },
    {
      id: "severity",
      header: t("columns.severity"),
      cell: ({ severity }) => <SeverityBadge severity={severity} label={t(`severities.${severity}`)} />,
    },
    {
      id: "status",
      header: t("columns.status"),
      cell: ({ status }) => <ComplaintStatus status={status} label={t(`statuses.${status}`)} />,
    },
    {
      id: "category",
      header: t("columns.category"),
      from: "sm",
      cell: ({ category }) => <span className="whitespace-nowrap">{t(`categories.${category}`)}</span>,
    },
    {
      id: "owner",
      header: t("columns.owner"),
      from: "md",
      cell: ({ ownerName }) =>
        ownerName ?? <span className="whitespace-nowrap text-ink-3">{t("nobody")}</span>,
    },
    {
      id: "opened",
      header: t("columns.opened"),
      align: "end",
      from: "sm",
      cell: ({ createdAt }) => (
        <RelativeTime value={createdAt} now={now.toISOString()} locale={locale} timeZone={timeZone} />
      ),
    },
  ];
}
