"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { formatNumber } from "@/components/format/format-number";
import { Money } from "@/components/format/money";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { OrderSummaryDto } from "@/lib/data/orders/schemas";
import { useInbox } from "../_live/inbox-context";
import { useWords } from "../_live/use-words";
import { Section } from "./panel-section";

const TONES: Record<OrderSummaryDto["status"], BadgeTone> = {
  pending: "amber",
  paid: "blue",
  shipped: "blue",
  delivered: "jade",
  cancelled: "neutral",
  returned: "neutral",
};

export function LatestOrders({ orders }: { orders: OrderSummaryDto[] | null }) {
  const t = useTranslations("inbox.panel");
  const { locale } = useInbox();
  const { moment } = useWords();
  return (
    <Section title={t("latestOrders")}>
      {orders === null ? <p className="text-compact text-ink-3">{t("hidden")}</p> : null}
      {orders?.length === 0 ? <p className="text-compact text-ink-3">{t("noOrders")}</p> : null}
      {orders && orders.length > 0 ? (
        <ul className="divide-y">
          {orders.map((order) => (
            <li key={order.id}>
              <Link
                href={`/orders/${order.id}`}
                className="-mx-1.5 grid grid-cols-[minmax(0,1fr)] gap-0.5 rounded-sm px-1.5 py-1.5 text-compact hover:bg-hover focus-visible:-outline-offset-2"
              >
                <span className="flex items-center justify-between gap-2">
                  <span className="truncate">{order.number}</span>
                  <Money {...order.total} locale={locale} />
                </span>
                <span className="flex items-center justify-between gap-2">
                  <span className="min-w-0 truncate text-ink-3 text-xs">
                    {moment(order.placedAt)} · <Items order={order} />
                  </span>
                  <Badge tone={TONES[order.status]}>{t(`orderStatus.${order.status}`)}</Badge>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
    </Section>
  );
}

function Items({ order }: { order: OrderSummaryDto }) {
  const t = useTranslations("inbox.panel");
  const { locale } = useInbox();
  const [first] = order.items;
  if (!first) return "—";
  const language = locale.slice(0, 2) as "zh" | "en" | "es";
  const name = first.name?.[language] ?? Object.values(first.name ?? {})[0] ?? "—";
  const named = first.quantity > 1 ? `${name} ×${formatNumber(first.quantity, locale)}` : name;
  return order.items.length > 1
    ? t("moreItems", {
        first: named,
        count: locale === "zh-CN" ? order.items.length : order.items.length - 1,
      })
    : named;
}
