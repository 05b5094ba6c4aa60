import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { OrderDto, ReturnDto, ShipmentDto } from "@/lib/data/orders/schemas";

const orderTones: Record<OrderDto["status"], BadgeTone> = {
  pending: "amber",
  paid: "blue",
  shipped: "blue",
  delivered: "jade",
  cancelled: "neutral",
  returned: "neutral",
};

const shipmentTones: Record<ShipmentDto["status"], BadgeTone> = {
  pending: "neutral",
  in_transit: "blue",
  out_for_delivery: "blue",
  delivered: "jade",
  exception: "cinnabar",
};

const returnTones: Record<ReturnDto["status"], BadgeTone> = {
  requested: "amber",
  approved: "blue",
  received: "blue",
  refunded: "jade",
  rejected: "neutral",
};

export function OrderStatus({ status, label }: { status: OrderDto["status"]; label: string }) {
  return <Badge tone={orderTones[status]}>{label}</Badge>;
}

export function ShipmentStatus({ status, label }: { status: ShipmentDto["status"]; label: string }) {
  return <Badge tone={shipmentTones[status]}>{label}</Badge>;
}

export function ReturnStatus({ status, label }: { status: ReturnDto["status"]; label: string }) {
  return <Badge tone={returnTones[status]}>{label}</Badge>;
}
