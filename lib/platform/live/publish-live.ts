import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { beforeCommit } from "@/db/tenant";
import type { Context } from "@/lib/core/context";

export const LIVE_CHANNEL = "zhanggui_live";

/** What a stream carries, by name. `typing`, `preview` and `presence` pass by and are not kept. */
export type LiveEventType = "message" | "conversation" | "typing" | "preview" | "presence" | "service";
/** `everyone`: the customer in that conversation too; `agents`: the desk alone. */
export type LiveAudience = "everyone" | "agents";

export interface LiveEvent {
  conversationId: string;
  type: LiveEventType;
  audience: LiveAudience;
  payload: Record<string, unknown>;
}

/** An event as streams send it; `id` is null for what is not kept. */
export type NumberedEvent = LiveEvent & { id: number | null };

const waiting = new WeakMap<Transaction, LiveEvent[]>();

/** Announces a change with the transaction that makes it, after everything else that it does. */
export function publishLive(tx: Transaction, ctx: Context, event: LiveEvent): void {
  const events = waiting.get(tx);
  if (events) {
    events.push(event);
    return;
  }
  const first = [event];
  waiting.set(tx, first);
  beforeCommit(tx, (last) => announce(last, ctx.merchantId, first));
}

/** A notification's payload is limited to 8,000 bytes; merchant and ids need some of them. */
const MAX_TOLD_BYTES = 7_000;
const MAX_TOLD_EVENTS = 40;
/** Ids in one notification. */
const IDS_AT_A_TIME = 400;

/**
 * Numbers and announces what one transaction has changed. The advisory lock lets one transaction of a merchant at a
 * time do so, from here to its commit: ids follow the order of commits, and a stream can resume after any id. What is
 * short travels with the notification; of the rest it names the rows.
 */
async function announce(tx: Transaction, merchantId: string, events: readonly LiveEvent[]): Promise<void> {
  const told = JSON.stringify(events);
  const isShort = events.length <= MAX_TOLD_EVENTS && Buffer.byteLength(told) <= MAX_TOLD_BYTES;
  await tx.execute(sql`
    WITH given AS (SELECT ${told}::text AS events),
    turn AS MATERIALIZED (SELECT pg_advisory_xact_lock(hashtextextended(${`live:${merchantId}`}, 0))),
    stored AS (
      INSERT INTO stream_events (merchant_id, conversation_id, type, audience, payload)
      SELECT ${merchantId}::uuid, (event->>'conversationId')::uuid, event->>'type', event->>'audience', event->'payload'
      FROM turn, given, jsonb_array_elements(given.events::jsonb) WITH ORDINALITY AS each (event, place)
      ORDER BY place
      RETURNING id)
    SELECT pg_notify(${LIVE_CHANNEL},
      ${`${merchantId}:`} || string_agg(id::text, ',' ORDER BY id)
        || CASE WHEN ${isShort} THEN ':' || (SELECT events FROM given) ELSE '' END)
    FROM stored GROUP BY CASE WHEN ${isShort} THEN 0 ELSE id / ${IDS_AT_A_TIME}::int END`);
}

/** Tells who is typing. Kept nowhere: after a reconnect it would be old news. */
export async function publishTyping(
  tx: Transaction,
  ctx: Context,
  typing: { conversationId: string; author: "customer" | "agent"; name: string; isTyping: boolean },
): Promise<void> {
  const { conversationId, ...payload } = typing;
  await passBy(tx, ctx, { conversationId, type: "typing", audience: "everyone", payload });
}

/** Shows the desk what a customer is writing; empty takes it away. Kept nowhere: it was not sent. */
export async function publishPreview(
  tx: Transaction,
  ctx: Context,
  { conversationId, text }: { conversationId: string; text: string },
): Promise<void> {
  await passBy(tx, ctx, { conversationId, type: "preview", audience: "agents", payload: { text } });
}

/** Tells the desk who looks at a conversation. Kept nowhere, as typing is. */
export async function publishPresence(
  tx: Transaction,
  ctx: Context,
  presence: { conversationId: string; userId: string; name: string; state: "arrived" | "here" | "left" },
): Promise<void> {
  const { conversationId, ...payload } = presence;
  await passBy(tx, ctx, { conversationId, type: "presence", audience: "agents", payload });
}

async function passBy(tx: Transaction, ctx: Context, event: LiveEvent): Promise<void> {
  await tx.execute(sql`SELECT pg_notify(${LIVE_CHANNEL}, ${`${ctx.merchantId}:${JSON.stringify(event)}`})`);
}
