import { extractEntities } from "@/lib/intelligence/text/extract-entities";
import type { TextReading } from "@/lib/intelligence/text/read-text-output";
import { toPattern } from "../order-number-pattern";

/** `orderNumber`: add it; `orderProof`: add it and a contact; `person`: there is a button for that. */
export type Hint = "orderNumber" | "orderProof" | "person";

/** What the chat knows besides the text. */
export interface Situation {
  /** The shop's own form of order numbers, as the source of a regular expression. */
  orderNumberPattern: string | null;
  /** Nobody vouches for this visitor, so an order is proven by a contact on it. */
  isStranger: boolean;
  /** Contacts would be hidden before they are sent, until the bot asks for one. */
  hidesContacts: boolean;
  /** What the visitor has sent in this conversation: the bot remembers an order named there. */
  sent: readonly string[];
}

/** Intents that are about one order that was placed already. */
const ABOUT_AN_ORDER = new Set([
  ...["order_tracking", "order_cancel", "order_modify", "address_change"],
  ...["delivery_expedite", "not_received", "missing_item", "wrong_item", "damaged_item"],
  ...["return_request", "exchange_request", "refund_request", "refund_status", "price_protection"],
]);

/** The hint that helps with a text as it is being written, or null. Guesses give none. */
export function chooseHint(
  text: string,
  { intent, isConfident }: Pick<TextReading, "intent" | "isConfident">,
  { orderNumberPattern, isStranger, hidesContacts, sent }: Situation,
): Hint | null {
  if (!isConfident) return null;
  if (intent.id === "human_agent") return "person";
  if (!isStranger || !ABOUT_AN_ORDER.has(intent.id)) return null;
  const pattern = toPattern(orderNumberPattern);
  const named = new Set(
    [text, ...sent].flatMap((one) =>
      extractEntities(one, pattern ? { orderNumberPattern: pattern } : {}).map(({ type }) => type),
    ),
  );
  if (named.has("order_number")) return null;
  const hasContact = named.has("email") || named.has("phone");
  return hasContact || hidesContacts ? "orderNumber" : "orderProof";
}
