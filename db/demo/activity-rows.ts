import { buildEvents } from "./behaviour";
import type { DemoConversation } from "./conversations";
import type { CopyValue } from "./copy-rows";
import type { DemoReading } from "./readings";
import { iso, isoOrNull, type Load } from "./rows";
import type { DemoShop } from "./shop";

/** The event log; rows exist one at a time. */
export function eventLoad(shop: DemoShop, merchantId: string): Load {
  return {
    table: "events",
    columns:
      "merchant_id id type customer_id anonymous_id product_id query quantity value_minor channel occurred_at received_at".split(
        " ",
      ),
    rows: eventRows(shop, merchantId),
  };
}

function* eventRows(shop: DemoShop, merchantId: string): Generator<CopyValue[]> {
  let serial = 0;
  for (const event of buildEvents(shop)) {
    serial++;
    // Ordered ids land at the end of the primary key's index, like those of a sender that counts.
    yield [
      merchantId,
      `hp-${String(serial).padStart(8, "0")}`,
      event.type,
      event.customer === null ? null : (shop.customers[event.customer]?.id ?? null),
      event.anonymousId,
      event.product === null ? null : (shop.products[event.product]?.id ?? null),
      event.query,
      event.quantity,
      event.valueMinor,
      event.channel,
      iso(event.atMs),
      iso(Math.min(shop.anchorMs, event.atMs + 200 + (serial % 1700))),
    ];
  }
}

const PREVIEW_CHARACTERS = 140;

export function conversationLoads(
  shop: DemoShop,
  merchantId: string,
  conversations: readonly DemoConversation[],
  readings: ReadonlyMap<string, DemoReading>,
): Load[] {
  return [
    {
      table: "conversations",
      columns:
        "merchant_id id channel status owner customer_id visitor_id assignee_id language intent intent_confidence sentiment slots handoff_reason waiting_since snoozed_until resolved_at rating rating_comment last_message_at last_message_preview last_message_author created_at updated_at".split(
          " ",
        ),
      rows: conversationRows(shop, merchantId, conversations, readings),
    },
    {
      table: "messages",
      columns:
        "merchant_id id conversation_id client_message_id author author_user_id text activity language intent confidence alternatives margin sentiment sources in_reply_to_id delivery_state created_at".split(
          " ",
        ),
      rows: messageRows(merchantId, conversations, readings),
    },
  ];
}

function* conversationRows(
  shop: DemoShop,
  merchantId: string,
  conversations: readonly DemoConversation[],
  readings: ReadonlyMap<string, DemoReading>,
): Generator<CopyValue[]> {
  for (const conversation of conversations) {
    const said = conversation.messages.findLast(({ author }) => author === "customer");
    const last = conversation.messages.findLast(({ author }) => author !== "note" && author !== "activity");
    const status =
      conversation.ending === "resolved" || conversation.ending === "snoozed" ? conversation.ending : "open";
    const isHuman = conversation.handoffReason !== null;
    yield [
      merchantId,
      conversation.id,
      "web",
      status,
      isHuman ? "human" : "bot",
      conversation.customer === null ? null : (shop.customers[conversation.customer]?.id ?? null),
      conversation.visitorId,
      conversation.agent?.id ?? null,
      conversation.language,
      conversation.intent,
      conversation.intentConfidence,
      (said && readings.get(said.id)?.sentiment) ?? null,
      conversation.slots,
      conversation.handoffReason,
      isoOrNull(conversation.waitingSinceMs),
      isoOrNull(conversation.snoozedUntilMs),
      isoOrNull(conversation.resolvedAtMs),
      conversation.rating,
      conversation.ratingComment,
      iso(last?.atMs ?? conversation.beganAtMs),
      last?.text.slice(0, PREVIEW_CHARACTERS) ?? "",
      last?.author ?? null,
      iso(conversation.beganAtMs),
      iso(conversation.endedAtMs),
    ];
  }
}

function* messageRows(
  merchantId: string,
  conversations: readonly DemoConversation[],
  readings: ReadonlyMap<string, DemoReading>,
): Generator<CopyValue[]> {
  for (const conversation of conversations) {
    for (const [index, message] of conversation.messages.entries()) {
      const reading = readings.get(message.id);
      const isAgents = message.author === "agent" || message.author === "note";
      const answered = message.answers === null ? null : (conversation.messages[message.answers]?.id ?? null);
      yield [
        merchantId,
        message.id,
        conversation.id,
        message.author === "customer" ? `web-${index + 1}` : null,
        message.author,
        isAgents ? (conversation.agent?.id ?? null) : null,
        message.text,
        message.activity ? { ...message.activity } : null,
        message.author === "activity" ? null : conversation.language,
        reading?.intent ?? message.intent,
        reading?.confidence ?? message.confidence,
        reading?.alternatives ?? null,
        reading?.margin ?? null,
        reading?.sentiment ?? null,
        message.sources ? message.sources.map((source) => ({ ...source })) : null,
        answered,
        message.author === "customer" || message.author === "activity" ? "sent" : "read",
        iso(message.atMs),
      ];
    }
  }
}
