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
export function publishLive(tx: Transaction, event: LiveEvent): void {
  const events = waiting.get(tx);
  if (events) {
    events.push(event);
    return;
  }
  const first = [event];
  waiting.set(tx, first);
  beforeCommit(tx, (last) => announce(last, first));
}

/** A notification's payload is limited to 8,000 bytes; merchant and ids need some of them. */
const MAX_TOLD_BYTES = 7_000;
const MAX_TOLD_EVENTS = 40;

/**
 * Leaves one transaction's changes to be numbered and announced while it commits (the trigger `announce_live`). What is
 * short travels with the notification; of the rest it names the rows.
 */
async function announce(tx: Transaction, changes: readonly LiveEvent[]): Promise<void> {
  const events = JSON.stringify(changes);
  const isShort = changes.length <= MAX_TOLD_EVENTS && Buffer.byteLength(events) <= MAX_TOLD_BYTES;
  await tx.execute(sql`INSERT INTO live_announcements (events, is_short) VALUES (${events}, ${isShort})`);
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
