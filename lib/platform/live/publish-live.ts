import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
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

/**
 * Announces a change with the transaction that makes it. The advisory lock lets one transaction of a merchant
 * number its events at a time, so that ids follow the order of commits and a stream can resume after any id.
 */
export async function publishLive(tx: Transaction, ctx: Context, event: LiveEvent): Promise<void> {
  await tx.execute(sql`
    WITH turn AS (SELECT pg_advisory_xact_lock(hashtextextended(${`live:${ctx.merchantId}`}, 0))),
    stored AS (
      INSERT INTO stream_events (merchant_id, conversation_id, type, audience, payload)
      SELECT ${ctx.merchantId}::uuid, ${event.conversationId}::uuid, ${event.type}, ${event.audience},
        ${JSON.stringify(event.payload)}::jsonb FROM turn
      RETURNING id)
    SELECT pg_notify(${LIVE_CHANNEL}, ${`${ctx.merchantId}:`} || id) FROM stored`);
}

/**
 * Waits for the merchant's turn to announce, and keeps it to the end of the transaction. Who needs a turn of their own
 * takes this one: a second lock, taken in another order elsewhere, would let two transactions wait for each other.
 */
export async function takeLiveTurn(tx: Transaction, ctx: Context): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`live:${ctx.merchantId}`}, 0))`);
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
