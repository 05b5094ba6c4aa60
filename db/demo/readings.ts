import { DAY_MS } from "./calendar";
import type { DemoConversation } from "./conversations";
import type { Random } from "./random";

/** How a customer's message was understood, beside its language. */
export interface DemoReading {
  intent: string;
  confidence: number;
  alternatives: { id: string; confidence: number }[];
  margin: number;
  sentiment: number;
}

/** An agent's word on how a message was understood. */
export interface DemoReview {
  messageId: string;
  intent: string;
  reading: DemoReading;
  agent: { id: string; name: string };
  atMs: number;
}

/** What an intent is taken for when it is not understood. */
const NEIGHBOURS: Record<string, readonly string[]> = {
  order_tracking: ["delivery_time", "delivery_expedite", "not_received", "order_modify"],
  delivery_expedite: ["order_tracking", "delivery_time", "complaint", "not_received"],
  delivery_time: ["order_tracking", "delivery_expedite", "shipping_fee", "delivery_options"],
  order_cancel: ["order_modify", "refund_request", "return_request", "address_change"],
  address_change: ["order_modify", "provide_info", "account_manage", "delivery_options"],
  return_request: ["exchange_request", "return_policy", "refund_request", "return_shipping"],
  refund_status: ["refund_request", "return_request", "payment_problem", "order_tracking"],
  damaged_item: ["warranty_repair", "wrong_item", "exchange_request", "return_request"],
  missing_item: ["wrong_item", "not_received", "damaged_item", "order_modify"],
  exchange_request: ["return_request", "size_advice", "wrong_item", "order_modify"],
  invoice: ["order_modify", "provide_info", "contact_info", "payment_methods"],
  product_info: ["product_usage", "product_availability", "size_advice", "gift_inquiry"],
  product_availability: ["product_info", "presale_reservation", "order_place_help", "product_price"],
  shipping_fee: ["delivery_options", "promotion_inquiry", "delivery_time", "return_shipping"],
  coupon_use: ["promotion_inquiry", "payment_problem", "loyalty_points", "price_protection"],
  promotion_inquiry: ["coupon_use", "price_protection", "product_price", "loyalty_points"],
  warranty_repair: ["damaged_item", "product_usage", "return_policy", "exchange_request"],
  human_agent: ["complaint", "contact_info", "greeting", "order_tracking"],
  complaint: ["delivery_expedite", "human_agent", "not_received", "review_feedback"],
};
const SMALL_TALK = ["greeting", "thanks", "affirm", "goodbye"];

/** Mean feeling of who writes about it; nothing said is near to neutral. */
const FEELINGS: Record<string, number> = {
  complaint: -0.85,
  damaged_item: -0.6,
  missing_item: -0.45,
  delivery_expedite: -0.4,
  human_agent: -0.3,
  warranty_repair: -0.25,
  refund_status: -0.15,
  thanks: 0.8,
  affirm: 0.3,
  greeting: 0.25,
};

/** Of the messages that a person had to answer, so many were taken for something else. */
const MISTAKEN_SHARE = 0.25;
/** Just short of what starts a training by itself, with the examples of the demo's own intents. */
const MAX_CORRECTIONS = 8;
const CONFIRMED_SHARE = 0.12;

/** Readings of all customers' messages by id, and what agents said of some of them. The script knows the truth. */
export function readConversations(
  conversations: readonly DemoConversation[],
  random: Random,
): { readings: Map<string, DemoReading>; reviews: DemoReview[] } {
  const readings = new Map<string, DemoReading>();
  const reviews: DemoReview[] = [];
  let corrections = 0;
  for (const [index, conversation] of conversations.entries()) {
    const own = random.fork(`reading/${index}`);
    const { agent, resolvedAtMs } = conversation;
    for (const message of conversation.messages) {
      if (message.author !== "customer" || message.intent === null) continue;
      const isMatter = message.intent === conversation.intent && message.intent in NEIGHBOURS;
      // Where the bot answered, it had understood; only what it handed over can have been mistaken.
      const isHandedOver = isMatter && needsNoUnderstanding(conversation);
      const isCorrectable = agent !== null && resolvedAtMs !== null && corrections < MAX_CORRECTIONS;
      const isMistaken = isHandedOver && isCorrectable && own.chance(MISTAKEN_SHARE);
      const reading = read(message.intent, message.confidence ?? 0, isMistaken, own);
      readings.set(message.id, reading);
      const isReviewed = isMistaken || (isMatter && resolvedAtMs !== null && own.chance(CONFIRMED_SHARE));
      if (!isReviewed || !agent) continue;
      if (isMistaken) corrections += 1;
      const atMs = message.atMs + own.between(0.01, 0.04) * DAY_MS;
      if (atMs > conversation.endedAtMs + DAY_MS) continue;
      reviews.push({ messageId: message.id, intent: message.intent, reading, agent, atMs });
    }
  }
  return { readings, reviews };
}

function needsNoUnderstanding({ handoffReason }: DemoConversation): boolean {
  return handoffReason === "low_confidence" || handoffReason === "unsupported_intent";
}

function read(truth: string, confidence: number, isMistaken: boolean, random: Random): DemoReading {
  const neighbours = [...(NEIGHBOURS[truth] ?? SMALL_TALK.filter((id) => id !== truth))];
  const intent = isMistaken ? (neighbours.shift() as string) : truth;
  const own = isMistaken ? round(random.between(0.38, 0.62)) : confidence;
  const others = isMistaken ? [truth, ...neighbours] : neighbours;
  let rest = 1 - own;
  const alternatives = others.slice(0, 4).map((id, place) => {
    // The second best takes most of what is left, and never more than the best.
    const share = Math.min(own, rest * (place === 0 ? random.between(0.5, 0.75) : random.between(0.35, 0.6)));
    rest -= share;
    return { id, confidence: round(share) };
  });
  alternatives.sort((one, other) => other.confidence - one.confidence);
  return {
    ...{ intent, confidence: own, alternatives },
    margin: round(own - (alternatives[0]?.confidence ?? 0)),
    sentiment: round(Math.max(-1, Math.min(1, random.normal(FEELINGS[truth] ?? 0, 0.14)))),
  };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
