import { type LucideIcon, PackageCheck, ShoppingBag, Truck, Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import { DateTime } from "@/components/format/date-time";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import type { OrderDto } from "@/lib/data/orders/schemas";
import { getTranslations } from "@/lib/platform/http/locale";
import type { PageContext } from "@/lib/platform/http/page-context";

interface Step {
  key: string;
  at: string;
  icon: LucideIcon;
  text: ReactNode;
}

/** What happened with the order, in order. */
export async function OrderTimeline({ order, ctx }: { order: OrderDto; ctx: PageContext }) {
  const t = await getTranslations("orders");
  const steps: Step[] = [
    { key: "placed", at: order.placedAt, icon: ShoppingBag, text: t("timeline.placed") },
    ...order.shipments.flatMap(({ id, carrier, shippedAt, deliveredAt }) => [
      ...(shippedAt
        ? [{ key: `${id} sent`, at: shippedAt, icon: Truck, text: t("timeline.shipped", { carrier }) }]
        : []),
      ...(deliveredAt
        ? [{ key: `${id} came`, at: deliveredAt, icon: PackageCheck, text: t("timeline.delivered") }]
        : []),
    ]),
    ...order.returns.map(({ id, returnedAt, status }) => ({
      key: id,
      at: returnedAt,
      icon: Undo2,
      text: t("timeline.returned", { status: t(`returnStatus.${status}`) }),
    })),
  ].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("timeline.title")}</CardTitle>
      </CardHeader>
      <CardContent>
        <ol className="grid gap-3">
          {steps.map(({ key, at, icon: Icon, text }) => (
            <li key={key} className="grid grid-cols-[16px_minmax(0,1fr)] gap-x-2.5 text-compact">
              <Icon aria-hidden className="mt-px size-4 text-ink-3" strokeWidth={1.5} />
              <span>{text}</span>
              <span className="col-start-2 text-ink-3 text-xs">
                <DateTime value={at} locale={ctx.locale} timeZone={ctx.timeZone} />
              </span>
            </li>
          ))}
        </ol>
      </CardContent>
    </Card>
  );
}
