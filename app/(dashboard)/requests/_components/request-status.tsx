import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { OrderRequestDto } from "@/lib/data/after-sales/schemas";

const tones: Record<OrderRequestDto["status"], BadgeTone> = {
  open: "amber",
  done: "jade",
  rejected: "neutral",
};

export function RequestStatus({ status, label }: { status: OrderRequestDto["status"]; label: string }) {
  return <Badge tone={tones[status]}>{label}</Badge>;
}
