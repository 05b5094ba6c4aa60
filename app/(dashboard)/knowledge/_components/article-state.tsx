import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { ArticleState } from "@/lib/data/knowledge/schemas";

export const STATE_TONES: Record<ArticleState, BadgeTone> = {
  draft: "neutral",
  published: "jade",
  scheduled: "blue",
  expired: "amber",
  archived: "neutral",
};

export function ArticleStateBadge({ state, label }: { state: ArticleState; label: string }) {
  return <Badge tone={STATE_TONES[state]}>{label}</Badge>;
}
