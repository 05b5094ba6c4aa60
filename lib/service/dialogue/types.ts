import type { MessageSource } from "@/db/schema";
import type { Understanding } from "@/lib/platform/models/understand-text";
import type { EscalationRules } from "./schemas";

export type Language = "zh" | "en" | "es";

/** A part of a message that may ask for something of its own. */
export interface Clause extends Understanding {
  text: string;
}

export interface Turn {
  /** Of the stored message: what it leads to happens once, however often it is sent. */
  messageId: string;
  text: string;
  understanding: Understanding;
  /** Where the message has several clauses: what each asks for, in their order. */
  clauses: readonly Clause[];
  /** What follows a no, read for itself: "no, cancel it". */
  afterNo?: Understanding | null;
  conversation: { id: string; language: Language; slots: Record<string, unknown> };
  /** The customer, where the shop's server or the integration vouched for them; null for a stranger. */
  customerId: string | null;
  shop: { timeZone: string };
  rules: EscalationRules;
  /** How agitated a voice message sounds, 0–1; null for a written one. */
  arousal: number | null;
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
    | "voice_not_understood"
    | "attachment_not_read"
    | "angry"
    | "complaint"
    | "amount_at_stake"
    | "best_customer";
  /** When people are back, as the text says. */
  backAt?: string | undefined;
}
