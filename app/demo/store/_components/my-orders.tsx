import type { Locale } from "@/lib/core/context";
import { formatInstant } from "@/lib/core/dates";
import { formatMoney } from "@/lib/core/money";
import type { OrderSummaryDto } from "@/lib/data/orders/schemas";
import { getTranslations } from "@/lib/platform/http/locale";
import { localizedName } from "../_data/localized-name";
import { CopyNumber } from "./copy-number";

interface MyOrdersProps {
  orders: readonly OrderSummaryDto[];
  locale: Locale;
  timeZone: string;
}

const HEAD = "py-1.5 pr-4 text-left last:pr-0 last:text-right font-normal text-ink-3 text-xs";
const CELL = "border-line border-t py-2 pr-4 align-middle last:pr-0";

export async function MyOrders({ orders, locale, timeZone }: MyOrdersProps) {
  const t = await getTranslations("store");
  const items = (order: OrderSummaryDto) => {
    const first = order.items[0]?.name ? localizedName(order.items[0].name, locale) : "";
    return order.items.length > 1
      ? t("orders.more", {
          name: first,
          count: locale === "zh-CN" ? order.items.length : order.items.length - 1,
        })
      : first;
  };
  return (
    <section
      aria-labelledby="orders"
      className="mt-6 rounded-lg border border-line bg-surface px-5 pt-4 pb-3"
    >
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h2 id="orders" className="font-semibold">
          {t("orders.title")}
        </h2>
        <p className="text-compact text-ink-3">{t("orders.hint")}</p>
      </div>
      {orders.length === 0 ? (
        <p className="mt-2 text-ink-2">{t("orders.none")}</p>
      ) : (
        <div className="relative mt-2 overflow-x-auto">
          <table className="w-full text-compact">
            <thead>
              <tr>
                <th scope="col" className={HEAD}>
                  {t("orders.number")}
                </th>
                <th scope="col" className={HEAD}>
                  {t("orders.status")}
                </th>
                <th scope="col" className={`${HEAD} max-sm:hidden`}>
                  {t("orders.items")}
                </th>
                <th scope="col" className={`${HEAD} max-sm:hidden`}>
                  {t("orders.date")}
                </th>
                <th scope="col" className={HEAD}>
                  {t("orders.total")}
                </th>
              </tr>
            </thead>
            <tbody>
              {orders.map((order) => (
                <tr key={order.id} data-order={order.number} data-status={order.status}>
                  <th scope="row" className={`${CELL} whitespace-nowrap text-left font-medium`}>
                    <CopyNumber
                      number={order.number}
                      label={t("orders.copy", { number: order.number })}
                      copied={t("orders.copied", { number: order.number })}
                    />
                  </th>
                  <td className={`${CELL} whitespace-nowrap`}>{t(`orders.states.${order.status}`)}</td>
                  <td className={`${CELL} max-w-0 truncate text-ink-2 max-sm:hidden sm:w-[46%]`}>
                    {items(order)}
                  </td>
                  <td className={`${CELL} whitespace-nowrap text-ink-2 max-sm:hidden`}>
                    <time dateTime={order.placedAt}>
                      {formatInstant(order.placedAt, { locale, timeZone, style: "date" })}
                    </time>
                  </td>
                  <td className={`${CELL} whitespace-nowrap text-right`}>
                    {formatMoney(order.total, locale)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
