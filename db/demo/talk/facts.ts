import { formatInstant } from "@/lib/core/dates";
import { formatMoney } from "@/lib/core/money";
import { TIME_ZONE } from "../calendar";
import { GROUPS } from "../catalogue";
import type { DemoOrder, DemoProduct, Market } from "../model";
import { priceIn } from "../orders";

const LOCALE: Record<Market, string> = { zh: "zh-CN", en: "en-GB", es: "es-ES" };
const CARRIER_ZH: Record<string, string> = {
  "SF Express": "顺丰速运",
  "ZTO Express": "中通快递",
  "Yunda Express": "韵达快递",
};

export interface Facts {
  market: Market;
  order: DemoOrder | null;
  product: DemoProduct;
  /** As the agent signs in this language. */
  agentName: string;
}

/** Of a topic's lines, those that suit the product: the ones kept for its top category, else the unmarked ones. */
export function suitableLines(lines: readonly string[], product: DemoProduct): string[] {
  const code = GROUPS[product.group]?.code ?? "";
  const kept = lines.filter((line) => line.startsWith("#"));
  const own = kept.filter((line) => line.slice(1, line.indexOf(" ")).split(",").includes(code));
  if (own.length > 0) return own.map((line) => line.slice(line.indexOf(" ") + 1));
  return lines.filter((line) => !line.startsWith("#"));
}

/** Puts the facts of the order or product into a template, worded and formatted for the customer's language. */
export function fillIn(template: string, facts: Facts): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string, offset: number) => {
    const value = factOf(name, facts);
    return name === "product" && offset > 0 ? value.charAt(0).toLowerCase() + value.slice(1) : value;
  });
}

function factOf(name: string, { market, order, product, agentName }: Facts): string {
  const locale = LOCALE[market];
  const day = (timeMs: number) =>
    formatInstant(new Date(timeMs), { locale, timeZone: TIME_ZONE, style: "day" });
  const shipment = order?.shipment;
  switch (name) {
    case "agent":
      return agentName;
    case "product":
      return product.name[market];
    case "price": {
      const currency = market === "zh" ? "CNY" : market === "en" ? "USD" : "EUR";
      return formatMoney({ amountMinor: priceIn(product.priceMinor, currency), currency }, locale);
    }
    case "amount": {
      if (!order) break;
      const amountMinor = order.return?.refundMinor ?? order.totalMinor;
      return formatMoney({ amountMinor, currency: order.currency }, locale);
    }
    case "number":
      if (order) return order.number;
      break;
    case "carrier":
      if (shipment)
        return market === "zh" ? (CARRIER_ZH[shipment.carrier] ?? shipment.carrier) : shipment.carrier;
      break;
    case "tracking":
      if (shipment) return shipment.trackingNumber;
      break;
    case "shipped":
      if (shipment) return day(shipment.shippedAtMs);
      break;
    case "eta":
      if (shipment) return day(shipment.expectedAtMs);
      break;
    case "delivered":
      if (shipment) return day(shipment.deliveredAtMs);
      break;
  }
  throw new Error(`A line needs the fact {${name}}, which this conversation does not have.`);
}
