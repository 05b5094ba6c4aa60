import type { ShipmentDto } from "@/lib/data/orders/schemas";

const DAY_MS = 86_400_000;

/** Days after the promised time at which a parcel came, or by which it is overdue now; 0 where it is not late. */
export function daysLate(
  { expectedAt, deliveredAt, status }: Pick<ShipmentDto, "expectedAt" | "deliveredAt" | "status">,
  now: Date,
): number {
  if (!expectedAt || (status === "delivered" && !deliveredAt)) return 0;
  const came = deliveredAt ? Date.parse(deliveredAt) : now.getTime();
  return Math.max(0, Math.ceil((came - Date.parse(expectedAt)) / DAY_MS));
}
