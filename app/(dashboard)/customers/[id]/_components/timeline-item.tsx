import {
  Activity,
  CreditCard,
  Eye,
  type LucideIcon,
  Megaphone,
  MousePointerClick,
  Search,
  ShoppingBag,
  ShoppingCart,
  Sparkles,
  Truck,
  Undo2,
} from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { DateTime } from "@/components/format/date-time";
import { Money } from "@/components/format/money";
import { nameIn } from "@/components/format/name-in";
import type { TimelineItemDto } from "@/lib/data/customers/schemas";
import { KNOWN_EVENT_TYPES } from "@/lib/data/events/schemas";
import { getTranslations } from "@/lib/platform/http/locale";
import type { PageContext } from "@/lib/platform/http/page-context";

const kindIcons = { order: ShoppingBag, shipment: Truck, return: Undo2 } as const;
const eventIcons: Record<string, LucideIcon> = {
  impression: Sparkles,
  view: Eye,
  click: MousePointerClick,
  search: Search,
  cart: ShoppingCart,
  purchase: CreditCard,
  touch: Megaphone,
};

export async function TimelineItem({ item, ctx }: { item: TimelineItemDto; ctx: PageContext }) {
  const { locale, timeZone } = ctx;
  const Icon = item.kind === "event" ? (eventIcons[item.eventType ?? ""] ?? Activity) : kindIcons[item.kind];
  const isLink = item.orderId !== null;
  return (
    <li className="relative grid grid-cols-[16px_minmax(0,1fr)_auto] items-baseline gap-x-2.5 rounded-sm py-1.5 text-compact has-[a]:hover:bg-hover">
      <Icon
        aria-hidden
        strokeWidth={1.5}
        className={`size-4 self-center ${item.kind === "event" ? "text-ink-3" : "text-ink"}`}
      />
      <span className="min-w-0">
        {isLink ? (
          <Link
            href={`/orders/${item.orderId}`}
            className="rounded-sm font-medium after:absolute after:inset-0 hover:text-blue-ink"
          >
            {await describe(item, ctx)}
          </Link>
        ) : (
          await describe(item, ctx)
        )}
      </span>
      <span className="flex items-baseline gap-3 text-right">
        {item.amount && item.kind !== "event" ? <Money {...item.amount} locale={locale} /> : null}
        <span className="text-ink-3 text-xs">
          <DateTime value={item.at} locale={locale} timeZone={timeZone} display="time" />
        </span>
      </span>
    </li>
  );
}

async function describe(item: TimelineItemDto, ctx: PageContext): Promise<ReactNode> {
  const [t, orders] = await Promise.all([getTranslations("customers"), getTranslations("orders")]);
  const number = item.orderNumber ?? "";
  switch (item.kind) {
    case "order": {
      const status = orders(`status.${item.status as "paid"}`);
      return t("timeline.order", { number, status });
    }
    case "shipment": {
      const status = orders(`shipmentStatus.${item.status as "delivered"}`);
      return t("timeline.shipment", { number, carrier: item.carrier ?? "", status });
    }
    case "return": {
      const status = orders(`returnStatus.${item.status as "refunded"}`);
      return t("timeline.return", { number, hasNumber: number ? "yes" : "no", status });
    }
    case "event":
      return describeEvent(item, ctx, t);
  }
}

function describeEvent(
  item: TimelineItemDto,
  ctx: PageContext,
  t: Awaited<ReturnType<typeof getTranslations<"customers">>>,
): ReactNode {
  const type = KNOWN_EVENT_TYPES.find((known) => known === item.eventType) ?? "other";
  const product = item.productName ? nameIn(item.productName, ctx.locale) : "";
  return t(`events.${type}`, {
    type: item.eventType ?? "",
    product,
    hasProduct: product ? "yes" : "no",
    quantity: item.quantity ?? 1,
    query: item.query ?? "",
  });
}
