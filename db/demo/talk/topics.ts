/** What conversations are about. Ids that differ from the intent tell two situations of one intent apart. */
export interface Topic {
  intent: string;
  /** What must be true of the customer's order at the time; `product` and `none` need no order. */
  stage: Stage;
  /** Share of conversations. */
  weight: number;
  /** Share of them that ends with a person; 1 where the bot has no answer of its own. */
  humanShare: number;
  /** Why it goes to a person, unless the customer asks for one. */
  reason: HandoffReason;
}

export type Stage = "unshipped" | "in_transit" | "late" | "delivered" | "returning" | "product" | "none";
export type HandoffReason = "asked_for_human" | "low_confidence" | "unsupported_intent";

const topic = (
  intent: string,
  stage: Stage,
  weight: number,
  humanShare = 0.08,
  reason: HandoffReason = "asked_for_human",
): Topic => ({
  intent,
  stage,
  weight,
  humanShare,
  reason,
});

export const TOPICS = {
  order_tracking: topic("order_tracking", "in_transit", 24, 0.05),
  delivery_expedite: topic("delivery_expedite", "late", 7, 0.4),
  delivery_time: topic("delivery_time", "unshipped", 9, 0.06),
  order_cancel: topic("order_cancel", "unshipped", 4, 1, "unsupported_intent"),
  address_change: topic("address_change", "unshipped", 5, 1, "unsupported_intent"),
  return_request: topic("return_request", "delivered", 7, 0.2),
  refund_status: topic("refund_status", "returning", 7, 0.12),
  damaged_item: topic("damaged_item", "delivered", 5, 1, "unsupported_intent"),
  missing_item: topic("missing_item", "delivered", 2, 1, "unsupported_intent"),
  exchange_request: topic("exchange_request", "delivered", 3, 0.25),
  invoice: topic("invoice", "delivered", 4, 0.1, "low_confidence"),
  product_info: topic("product_info", "product", 7, 0.3, "low_confidence"),
  product_availability: topic("product_availability", "product", 5, 0.08),
  shipping_fee: topic("shipping_fee", "none", 4, 0.04),
  coupon_use: topic("coupon_use", "none", 4, 0.12, "low_confidence"),
  promotion_inquiry: topic("promotion_inquiry", "none", 4, 0.05),
  warranty_repair: topic("warranty_repair", "delivered", 3, 0.3, "low_confidence"),
  human_agent: topic("human_agent", "none", 3, 1, "asked_for_human"),
  complaint: topic("complaint", "late", 3, 1, "asked_for_human"),
} satisfies Record<string, Topic>;

export type TopicId = keyof typeof TOPICS;

/**
 * A topic's lines in one language. Braces hold facts of the order or product at hand; `#FUR,LGT ` keeps a line for
 * products of those top categories, which then get no others.
 */
export interface TopicLines {
  asks: readonly string[];
  /** Empty where the bot hands over at once. */
  bot: readonly string[];
  agent: readonly string[];
}

/** What is said whatever the topic. */
export interface Phrases {
  hello: readonly string[];
  askNumber: readonly string[];
  giveNumber: readonly string[];
  thanks: readonly string[];
  goodbye: readonly string[];
  wantPerson: readonly string[];
  handoff: readonly string[];
  agentHello: readonly string[];
  agentDone: readonly string[];
  accept: readonly string[];
  notes: readonly string[];
  /** Said while waiting for a person. */
  nudge: readonly string[];
  praise: readonly string[];
  blame: readonly string[];
}

export interface Script {
  phrases: Phrases;
  topics: Record<TopicId, TopicLines>;
}
