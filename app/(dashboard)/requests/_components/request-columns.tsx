import type { DataTableColumn } from "@/components/data-table/data-table";
import { DateTime } from "@/components/format/date-time";
import { Badge } from "@/components/ui/badge";
import type { Locale } from "@/lib/core/context";
import { formatMoney } from "@/lib/core/money";
import type { OrderRequestDto } from "@/lib/data/after-sales/schemas";
import type { getTranslations } from "@/lib/platform/http/locale";
import { actorName } from "../../_shared/actor-name";
import { RequestStatus } from "./request-status";

interface ColumnsInput {
  t: Awaited<ReturnType<typeof getTranslations<"requests">>>;
  guest: string;
  locale: Locale;
  timeZone: string;
  /** Names by id. */
  customerNames: Readonly<Record<string, string | null>>;
}

export function requestColumns(input: ColumnsInput): DataTableColumn<OrderRequestDto>[] {
  const { t, guest, locale, timeZone, customerNames } = input;
  return [
    {
      id: "kind",
      header: t("columns.kind"),
      href: ({ id }) => `/requests/${id}`,
      cell: ({ kind }) => <span className="whitespace-nowrap">{t(`kinds.${kind}`)}</span>,
    },
    {
      id: "order",
      header: t("columns.order"),
      cell: ({ orderNumber }) => <span className="whitespace-nowrap">{orderNumber}</span>,
    },
    {
      id: "customer",
      header: t("columns.customer"),
      from: "sm",
      cell: ({ customerId }) =>
        customerId ? (customerNames[customerId] ?? "—") : <span className="text-ink-3">{guest}</span>,
    },
    {
      id: "status",
      header: t("columns.status"),
      cell: ({ status }) => <RequestStatus status={status} label={t(`statuses.${status}`)} />,
    },
    {
      id: "asked",
      header: t("columns.asked"),
      from: "sm",
      cell: ({ createdAt }) => <DateTime value={createdAt} locale={locale} timeZone={timeZone} />,
    },
    {
      id: "by",
      header: t("columns.by"),
      from: "md",
      cell: ({ actor }) => (
        <Badge>{actorName(actor, { bot: t("by.bot"), customer: t("by.customer") })}</Badge>
      ),
    },
    {
      id: "money",
      header: t("columns.money"),
      align: "end",
      cell: ({ refund, due }) => {
        if (refund) return t("money.refund", { amount: formatMoney(refund, locale) });
        if (due) return t("money.due", { amount: formatMoney(due, locale) });
        return <span className="text-ink-3">—</span>;
      },
    },
  ];
}
