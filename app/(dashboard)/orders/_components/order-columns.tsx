import type { DataTableColumn } from "@/components/data-table/data-table";
import { DateTime } from "@/components/format/date-time";
import { Money } from "@/components/format/money";
import { NumberValue } from "@/components/format/number";
import { Badge } from "@/components/ui/badge";
import type { Locale } from "@/lib/core/context";
import type { OrderDto } from "@/lib/data/orders/schemas";
import type { getTranslations } from "@/lib/platform/http/locale";
import { daysLate } from "./lateness";
import { OrderStatus } from "./order-status";

interface ColumnsInput {
  t: Awaited<ReturnType<typeof getTranslations<"orders">>>;
  guest: string;
  locale: Locale;
  timeZone: string;
  now: Date;
  /** Names by id. */
  customerNames: Readonly<Record<string, string | null>>;
}

export function orderColumns(input: ColumnsInput): DataTableColumn<OrderDto>[] {
  const { t, guest, locale, timeZone, now, customerNames } = input;
  return [
    {
      id: "number",
      header: t("columns.number"),
      href: (order) => `/orders/${order.id}`,
      cell: (order) => <span className="whitespace-nowrap">{order.number}</span>,
    },
    {
      id: "placedAt",
      header: t("columns.placedAt"),
      from: "sm",
      cell: (order) => <DateTime value={order.placedAt} locale={locale} timeZone={timeZone} />,
    },
    {
      id: "customer",
      header: t("columns.customer"),
      cell: (order) =>
        order.customerId ? (
          (customerNames[order.customerId] ?? order.email ?? "—")
        ) : (
          <span className="text-ink-3">
            {guest}
            {order.email ? ` · ${order.email}` : null}
          </span>
        ),
    },
    {
      id: "status",
      header: t("columns.status"),
      cell: (order) => <OrderStatus status={order.status} label={t(`status.${order.status}`)} />,
    },
    {
      id: "items",
      header: t("columns.items"),
      align: "end",
      from: "md",
      cell: (order) => (
        <NumberValue value={order.lines.reduce((sum, line) => sum + line.quantity, 0)} locale={locale} />
      ),
    },
    {
      id: "total",
      header: t("columns.total"),
      align: "end",
      cell: (order) => <Money {...order.total} locale={locale} />,
    },
    {
      id: "tracking",
      header: t("columns.tracking"),
      from: "lg",
      cell: (order) => {
        const shipment = order.shipments.at(-1);
        if (!shipment) return <span className="text-ink-3">—</span>;
        const late = daysLate(shipment, now);
        return (
          <span className="flex items-center gap-2 whitespace-nowrap text-ink-2">
            {shipment.carrier} {shipment.trackingNumber}
            {shipment.status === "exception" ? (
              <Badge tone="cinnabar">{t("shipmentStatus.exception")}</Badge>
            ) : late > 0 && !shipment.deliveredAt ? (
              <Badge tone="amber">{t("late", { days: late })}</Badge>
            ) : null}
          </span>
        );
      },
    },
  ];
}
