import type { LocalizedName } from "../schema/catalog";

/** The language a customer shops in; it decides calendar, names, currency and carriers. */
export type Market = "zh" | "en" | "es";
export const MARKETS: readonly Market[] = ["zh", "en", "es"];
export type Currency = "CNY" | "USD" | "EUR";

export interface DemoCategory {
  id: string;
  externalId: string;
  parentId: string | null;
  name: LocalizedName;
  position: number;
  createdAtMs: number;
}

export interface DemoSupplier {
  id: string;
  externalId: string;
  name: string;
  email: string;
  leadTimeDaysMean: number;
  leadTimeDaysSd: number;
  createdAtMs: number;
}

export interface DemoProduct {
  id: string;
  externalId: string;
  sku: string;
  name: { zh: string; en: string; es: string };
  priceMinor: number;
  costMinor: number;
  supplier: DemoSupplier;
  category: DemoCategory;
  /** Index of the leaf in the catalogue data, for its season and its search queries. */
  leaf: number;
  /** Index of the top category: what is bought together comes mostly from one. */
  group: number;
  popularity: number;
  launchedAtMs: number;
  /** The same for all products of one type; null for a type of one product. */
  variantGroup: string | null;
  /** What tells it from the others of its group. */
  options: Record<string, LocalizedName> | null;
}

export interface Stock {
  onHand: number;
  reserved: number;
  reorderPoint: number;
}

export interface Person {
  name: string;
  email: string;
  phone: string;
  market: Market;
  country: string;
  city: string;
}

export interface DemoCustomer extends Person {
  id: string;
  externalId: string;
  locale: string;
  joinedAtMs: number;
  /** When the person stops buying; may lie after the anchor. */
  activeUntilMs: number;
  /** Relative frequency of purchase. */
  weight: number;
  /** Top category the person buys from most. */
  favouriteGroup: number;
}

export interface DemoLine {
  id: string;
  /** Index into the shop's products. */
  product: number;
  quantity: number;
  unitPriceMinor: number;
  discountMinor: number;
  totalMinor: number;
}

export interface DemoShipment {
  id: string;
  carrier: string;
  trackingNumber: string;
  shippedAtMs: number;
  expectedAtMs: number;
  /** What will have happened by then: after the anchor it has not happened yet. */
  deliveredAtMs: number;
  lost: boolean;
}

export interface DemoReturn {
  id: string;
  requestedAtMs: number;
  receivedAtMs: number;
  refundedAtMs: number;
  rejected: boolean;
  reason: string;
  lines: { id: string; line: number; quantity: number; amountMinor: number }[];
  refundMinor: number;
  baseRefundMinor: number;
}

export interface DemoOrder {
  id: string;
  number: string;
  externalId: string;
  /** Index into the shop's customers; null for a guest. */
  customer: number | null;
  recipient: string;
  email: string;
  phone: string;
  market: Market;
  country: string;
  city: string;
  placedAtMs: number;
  currency: Currency;
  fxRate: number;
  discountMinor: number;
  shippingMinor: number;
  totalMinor: number;
  baseTotalMinor: number;
  lines: DemoLine[];
  /** Null while unpaid for good: the order is cancelled a day later. */
  paidAtMs: number | null;
  cancelledAtMs: number | null;
  shipment: DemoShipment | null;
  return: DemoReturn | null;
}

export type OrderStatus = "pending" | "paid" | "shipped" | "delivered" | "cancelled" | "returned";

/** The state of an order as it was at an instant: what the desk saw then, and what is stored for the anchor. */
export function orderStatusAt(order: DemoOrder, atMs: number): OrderStatus {
  if (order.cancelledAtMs !== null && order.cancelledAtMs <= atMs) return "cancelled";
  if (order.paidAtMs === null || order.paidAtMs > atMs) return "pending";
  const { shipment } = order;
  if (!shipment || shipment.shippedAtMs > atMs) return "paid";
  if (shipment.lost || shipment.deliveredAtMs > atMs) return "shipped";
  const back = order.return;
  const isWhole = back && !back.rejected && back.lines.length === order.lines.length;
  return isWhole && back.refundedAtMs <= atMs ? "returned" : "delivered";
}
