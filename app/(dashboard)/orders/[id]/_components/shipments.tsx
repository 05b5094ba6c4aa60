import { DateTime } from "@/components/format/date-time";
import { Badge } from "@/components/ui/badge";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import type { OrderDto } from "@/lib/data/orders/schemas";
import { getTranslations } from "@/lib/platform/http/locale";
import type { PageContext } from "@/lib/platform/http/page-context";
import { daysLate } from "../../_components/lateness";
import { ShipmentStatus } from "../../_components/order-status";

/** Each parcel with its number and its three dates; late ones say by how many days. */
export async function Shipments({ order, ctx }: { order: OrderDto; ctx: PageContext }) {
  const t = await getTranslations("orders");
  const now = ctx.now();
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("shipments.title")}</CardTitle>
      </CardHeader>
      <CardContent>
        {order.shipments.length === 0 ? (
          <p className="text-compact text-ink-3">{t(`shipments.none.${noneReason(order.status)}`)}</p>
        ) : null}
        {order.shipments.map((shipment) => {
          const late = daysLate(shipment, now);
          const dates = [
            ["shipped", shipment.shippedAt],
            ["expected", shipment.expectedAt],
            ["delivered", shipment.deliveredAt],
          ] as const;
          return (
            <div key={shipment.id} className="border-t py-3 first:border-t-0 first:pt-0 last:pb-0">
              <div className="flex flex-wrap items-center gap-2 text-compact">
                <span className="font-medium">{shipment.carrier}</span>
                <span className="select-all break-all">{shipment.trackingNumber}</span>
                <ShipmentStatus status={shipment.status} label={t(`shipmentStatus.${shipment.status}`)} />
                {late > 0 ? <Badge tone="amber">{t("late", { days: late })}</Badge> : null}
              </div>
              <dl className="mt-2 grid grid-cols-1 gap-x-4 gap-y-1.5 text-compact sm:grid-cols-3">
                {dates.map(([key, at]) => (
                  <div key={key}>
                    <dt className="text-ink-3 text-xs">{t(`shipments.${key}`)}</dt>
                    <dd>{at ? <DateTime value={at} locale={ctx.locale} timeZone={ctx.timeZone} /> : "—"}</dd>
                  </div>
                ))}
              </dl>
            </div>
          );
        })}
      </CardContent>
    </Card>
  );
}

function noneReason(status: OrderDto["status"]): "waiting" | "cancelled" | "unknown" {
  if (status === "cancelled") return "cancelled";
  return status === "pending" || status === "paid" ? "waiting" : "unknown";
}
