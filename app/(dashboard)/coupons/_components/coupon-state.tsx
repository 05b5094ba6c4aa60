import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { CouponState } from "@/lib/data/coupons/schemas";

const tones: Record<CouponState, BadgeTone> = {
  running: "jade",
  scheduled: "blue",
  over: "neutral",
  off: "neutral",
};

export function CouponStateBadge({ state, label }: { state: CouponState; label: string }) {
  return <Badge tone={tones[state]}>{label}</Badge>;
}
