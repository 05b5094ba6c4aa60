import { StatusDot } from "@/components/feedback/status-dot";
import type { BadgeTone } from "@/components/ui/badge";
import type { ProductDto } from "@/lib/data/catalog/schemas";

const tones: Record<ProductDto["status"], BadgeTone> = {
  active: "jade",
  draft: "amber",
  archived: "neutral",
};

export function ProductStatus({ status, label }: { status: ProductDto["status"]; label: string }) {
  return <StatusDot tone={tones[status]}>{label}</StatusDot>;
}
