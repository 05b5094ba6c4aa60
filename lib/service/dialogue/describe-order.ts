import { formatInstant } from "@/lib/core/dates";
import type { OrderSummaryDto } from "@/lib/data/orders/schemas";
import type { Language } from "./types";
import { botWords, localeOf } from "./words";

const MAX_ITEMS = 3;

interface Reader {
  language: Language;
  timeZone: string;
  now: Date;
}

/** An order's state in a sentence or two: status, items, carrier, tracking number, expected or actual date. */
export function describeOrder(order: OrderSummaryDto, reader: Reader): string {
  const words = botWords(reader.language);
  const date = (instant: string) =>
    formatInstant(instant, { locale: localeOf(reader.language), timeZone: reader.timeZone, style: "day" });
  const subject = { number: order.number, items: listItems(order, reader.language) };
  const { carrier, trackingNumber, expectedAt, deliveredAt } = order;
  const parcel = carrier && trackingNumber ? { ...subject, carrier, trackingNumber } : null;

  switch (order.status) {
    case "pending":
      return words("status.pending", subject);
    case "paid":
      return words("status.paid", subject);
    case "cancelled":
      return words("status.cancelled", subject);
    case "returned":
      return words("status.returned", subject);
    case "delivered":
      return parcel && deliveredAt
        ? words("status.delivered", { ...parcel, date: date(deliveredAt) })
        : words("status.deliveredUndated", subject);
    case "shipped": {
      if (!parcel) return words("status.shippedUntracked", subject);
      if (!expectedAt) return words("status.shippedUndated", parcel);
      const isLate = new Date(expectedAt) < reader.now;
      return words(isLate ? "status.late" : "status.shipped", { ...parcel, date: date(expectedAt) });
    }
  }
}

/** "Longjing tea ×2 and Tea cup": the first three, and how many more. */
export function listItems(order: OrderSummaryDto, language: Language): string {
  const words = botWords(language);
  const shown = order.items.slice(0, MAX_ITEMS).map((item) => {
    const name = item.name?.[language] ?? item.name?.en ?? item.name?.zh ?? item.name?.es ?? "";
    return item.quantity > 1 ? `${name} ×${item.quantity}` : name;
  });
  const hidden = order.items.length - shown.length;
  const list = new Intl.ListFormat(localeOf(language), { type: "conjunction" });
  return list.format(hidden > 0 ? [...shown, words("moreItems", { count: hidden })] : shown);
}

/** "HP-20431 (Longjing tea) or HP-19877 (Tea cup ×2)", in the customer's language. */
export function listOrders(orders: readonly OrderSummaryDto[], language: Language): string {
  const [open, close] = language === "zh" ? ["（", "）"] : [" (", ")"];
  const list = new Intl.ListFormat(localeOf(language), { type: "disjunction" });
  return list.format(
    orders.map((order) =>
      order.items.length > 0 ? `${order.number}${open}${listItems(order, language)}${close}` : order.number,
    ),
  );
}
