import type { Refusal, ServiceOrderDto, ServicePolicy } from "./schemas";
import type { ServedOrder } from "./served-order";

export type OrderStage = ServiceOrderDto["stage"];

type Staged = Pick<ServedOrder, "status" | "shipments">;

/** How far an order is; parcels know more than the status that the shop's system gave the order. */
export function stageOf({ status, shipments }: Staged): OrderStage {
  if (status === "cancelled" || status === "returned" || status === "delivered") return status;
  const hasLeft = shipments.some((shipment) => shipment.status !== "pending" || shipment.shippedAt !== null);
  if (hasLeft && shipments.every((shipment) => shipment.status === "delivered")) return "delivered";
  if (status === "shipped" || hasLeft) return "shipped";
  if (shipments.length > 0) return "packed";
  return status === "paid" ? "paid" : "unpaid";
}

const OPEN_STAGES: Record<ServicePolicy["cancelUntil"], readonly OrderStage[]> = {
  never: [],
  payment: ["unpaid"],
  packing: ["unpaid", "paid"],
  shipping: ["unpaid", "paid", "packed"],
};

/** Why an order has gone too far for a change that the policy allows until some moment; null where it has not. */
export function refuseStage(order: Staged, until: ServicePolicy["cancelUntil"]): Refusal | null {
  const stage = stageOf(order);
  if (stage === "cancelled") return { isPossible: false, reason: "already_cancelled" };
  if (stage === "returned") return { isPossible: false, reason: "already_returned" };
  if (stage === "delivered") return { isPossible: false, reason: "already_delivered", ...parcelFacts(order) };
  if (stage === "shipped") return { isPossible: false, reason: "already_shipped", ...parcelFacts(order) };
  if (OPEN_STAGES[until].includes(stage)) return null;
  if (until === "never") return { isPossible: false, reason: "not_offered" };
  const reason = stage === "packed" ? "already_packed" : "already_paid";
  return { isPossible: false, reason, ...parcelFacts(order) };
}

/** The parcel that left last, as a customer is told of it. */
export function parcelFacts({ shipments: [latest] }: Staged) {
  if (!latest) return {};
  const { shippedAt, expectedAt, deliveredAt, carrier, trackingNumber } = latest;
  return { shippedAt, expectedAt, deliveredAt, carrier, trackingNumber };
}
