import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { MerchantIntentDto } from "@/lib/service/understanding/schemas";

const TONES = {
  archived: "neutral",
  few: "amber",
  unlearnt: "blue",
  learnt: "jade",
} as const satisfies Record<string, BadgeTone>;

/** Below this the head has too little to tell the intent from its neighbours. */
const FEW_EXAMPLES = 5;

export function stateOf(intent: MerchantIntentDto): keyof typeof TONES {
  if (intent.archivedAt !== null) return "archived";
  if (intent.isLearnt) return "learnt";
  return intent.exampleCount < FEW_EXAMPLES ? "few" : "unlearnt";
}

export function IntentState({ intent, label }: { intent: MerchantIntentDto; label: string }) {
  return <Badge tone={TONES[stateOf(intent)]}>{label}</Badge>;
}
