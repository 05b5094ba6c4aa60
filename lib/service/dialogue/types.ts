import type { MessageSource } from "@/db/schema";
import type { Understanding } from "@/lib/platform/models/understand-text";

export type Language = "zh" | "en" | "es";

/** What the bot remembers of a conversation between messages. */
export interface Slots {
  /** The order the customer means, once known to be theirs or still to be proven. */
  orderNumber?: string;
  /** What the bot asked for last. */
  awaiting?: "order_number" | "order_proof";
  /** E-mail or phone given as proof before the number was. */
  contact?: { email?: string; phone?: string };
  /** Numbers or proofs that led nowhere, in a row. */
  failedAttempts?: number;
}

export interface Turn {
  text: string;
  understanding: Understanding;
  conversation: { language: Language; slots: Record<string, unknown> };
  /** The customer, where the shop's server or the integration vouched for them; null for a stranger. */
  customerId: string | null;
  shop: { timeZone: string };
}

export interface Reply {
  text: string;
  language: Language;
  intent: string;
  sources: MessageSource[];
  slots: Record<string, unknown>;
  /** Why a person takes over from here. */
  handoff?:
    | "asked_for_human"
    | "low_confidence"
    | "unsupported_intent"
    | "order_not_verified"
    | "voice_not_understood";
}
