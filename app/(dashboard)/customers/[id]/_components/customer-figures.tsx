import type { ReactNode } from "react";
import { DateTime } from "@/components/format/date-time";
import { Money } from "@/components/format/money";
import { NumberValue } from "@/components/format/number";
import { Card } from "@/components/ui/card";
import { getCustomerSummary } from "@/lib/data/customers";
import { getTranslations } from "@/lib/platform/http/locale";
import type { PageContext } from "@/lib/platform/http/page-context";

/** What this customer has been worth to the shop, since the first order. */
export async function CustomerFigures({ ctx, customerId }: { ctx: PageContext; customerId: string }) {
  const [t, summary] = await Promise.all([
    getTranslations("customers"),
    getCustomerSummary(ctx, { id: customerId }),
  ]);
  const { locale, timeZone } = ctx;
  const { orders, revenue, refunds, firstOrderAt, lastOrderAt } = summary;
  const average = { ...revenue, amountMinor: orders === 0 ? 0 : Math.round(revenue.amountMinor / orders) };
  const date = (at: string) => <DateTime value={at} locale={locale} timeZone={timeZone} display="date" />;
  const figures: {
    key: "revenue" | "orders" | "average" | "lastOrder";
    value: ReactNode;
    note: ReactNode;
  }[] = [
    {
      key: "revenue",
      value: <Money {...revenue} locale={locale} />,
      note:
        refunds.amountMinor > 0
          ? t.rich("figures.afterRefunds", { amount: () => <Money {...refunds} locale={locale} /> })
          : t("figures.noRefunds"),
    },
    {
      key: "orders",
      value: <NumberValue value={orders} locale={locale} />,
      note: firstOrderAt ? t.rich("figures.since", { date: () => date(firstOrderAt) }) : t("figures.noneYet"),
    },
    {
      key: "average",
      value: orders === 0 ? "—" : <Money {...average} locale={locale} />,
      note: t("figures.perOrder"),
    },
    {
      key: "lastOrder",
      value: lastOrderAt ? date(lastOrderAt) : "—",
      note: lastOrderAt
        ? t("figures.daysAgo", {
            days: Math.floor((ctx.now().getTime() - Date.parse(lastOrderAt)) / 86_400_000),
          })
        : t("figures.noneYet"),
    },
  ];
  return (
    <dl className="mb-3.5 grid grid-cols-2 gap-3.5 lg:grid-cols-4">
      {figures.map(({ key, value, note }) => (
        <Card key={key} className="px-4 py-3.5">
          <dt className="text-compact text-ink-3">{t(`figures.${key}`)}</dt>
          <dd className="text-figure max-sm:text-base">{value}</dd>
          <dd className="text-ink-3 text-xs">{note}</dd>
        </Card>
      ))}
    </dl>
  );
}
