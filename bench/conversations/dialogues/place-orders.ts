import { upsertOrders } from "@/lib/data/orders";
import type { UpsertOrdersInput } from "@/lib/data/orders/schemas";
import type { ChatShop } from "@/test/support/chat-shop";
import { PAID } from "./fill-shop";
import type { Script, ScriptOrder } from "./script";

type OrderItem = UpsertOrdersInput["items"][number];

const ADDRESSES = {
  CN: {
    recipient: "周敏",
    phone: "13900001111",
    lines: ["西湖区古墩路88号"],
    city: "杭州市",
    region: "浙江省",
    country: "CN",
  },
  US: {
    recipient: "Dana Reed",
    phone: "503-555-0100",
    lines: ["12 Oak Avenue"],
    city: "Portland",
    region: "OR",
    postalCode: "97201",
    country: "US",
  },
  GB: {
    recipient: "Priya Nair",
    phone: "07700 900100",
    lines: ["3 High Street"],
    city: "Leeds",
    postalCode: "LS1 4AP",
    country: "GB",
  },
  ES: {
    recipient: "Lucía Ferrer",
    phone: "+34612000111",
    lines: ["Calle Mayor 3"],
    city: "Madrid",
    postalCode: "28013",
    country: "ES",
  },
  MX: {
    recipient: "Ximena Ortega",
    phone: "+525512340000",
    lines: ["Calle Durango 20, Roma Norte"],
    city: "Ciudad de México",
    region: "CDMX",
    postalCode: "06700",
    country: "MX",
  },
  AR: {
    recipient: "Julieta Sosa",
    phone: "+541143210000",
    lines: ["Av. Corrientes 1200"],
    city: "Buenos Aires",
    postalCode: "C1043",
    country: "AR",
  },
} as const;
const HOME = { zh: "CN", en: "US", es: "ES" } as const;

/** Places the script's orders, of the customer where one is vouched for; the first is the newest. */
export async function placeOrders({ ctx }: ChatShop, script: Script, customer: string | null): Promise<void> {
  if (script.orders.length === 0) return;
  const items = script.orders.map((order, at) => toItem(script, order, at, customer));
  const { results } = await upsertOrders(ctx, { items });
  const refused = results.filter(({ status }) => status === "rejected");
  if (refused.length > 0)
    throw new Error(`The orders of ${script.id} were refused: ${JSON.stringify(refused)}`);
}

function toItem(script: Script, order: ScriptOrder, at: number, customer: string | null): OrderItem {
  const isOver = order.status === "delivered";
  const placed = order.placed ?? `2026-06-${(isOver ? 26 : 30) - at}`;
  const { number, email, phone } = order;
  return {
    ...{ externalId: number, number, email, phone, placedAt: `${placed}T02:00:00Z` },
    ...(customer ? { customer: { externalId: customer } } : {}),
    status: order.status === "late" ? "shipped" : order.status === "packed" ? "paid" : order.status,
    lines: order.lines.split(", ").map((line) => {
      const [externalId, quantity] = line.split(" ") as [string, string];
      const unitPrice = { amountMinor: PAID[externalId]!, currency: "CNY" };
      return { product: { externalId }, quantity: Number(quantity), unitPrice };
    }),
    shippingAddress: {
      ...ADDRESSES[order.to ?? HOME[script.language]],
      lines: [...ADDRESSES[order.to ?? HOME[script.language]].lines],
    },
    shipments: shipmentsOf(order),
  };
}

function shipmentsOf({ number, status, delivered = "2026-06-28" }: ScriptOrder): OrderItem["shipments"] {
  const digits = number.replace(/\D/g, "");
  const shipped = { carrier: "SF Express", trackingNumber: `SF${digits}`, shippedAt: "2026-06-30T10:00:00Z" };
  switch (status) {
    case "packed":
      return [{ carrier: "SF Express", trackingNumber: `SF${digits}`, status: "pending" }];
    case "shipped":
      return [{ ...shipped, status: "in_transit", expectedAt: "2026-07-03T04:00:00Z" }];
    case "late":
      return [
        {
          ...shipped,
          shippedAt: "2026-06-26T10:00:00Z",
          status: "in_transit",
          expectedAt: "2026-06-29T04:00:00Z",
        },
      ];
    case "delivered":
      return [
        {
          ...{ carrier: "JD Logistics", trackingNumber: `JD${digits}`, status: "delivered" },
          ...{ shippedAt: twoDaysBefore(delivered), deliveredAt: `${delivered}T04:00:00Z` },
        },
      ];
    default:
      return [];
  }
}

const twoDaysBefore = (day: string) =>
  new Date(Date.parse(`${day}T04:00:00Z`) - 2 * 86_400_000).toISOString();
