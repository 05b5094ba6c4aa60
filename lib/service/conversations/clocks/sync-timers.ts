import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { conversationTimers } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { readServiceRules } from "@/lib/service/staffing";
import type { ConversationRow } from "../internal";
import { followClocks, readDeadlines, type Timers } from "./follow-clocks";

export type TimersRow = typeof conversationTimers.$inferSelect;

export async function readTimers(tx: Transaction, ctx: Context, id: string): Promise<TimersRow | null> {
  const [row] = await tx.select().from(conversationTimers).where(timersOf(ctx, id));
  return row ?? null;
}

/**
 * Brings a conversation's clocks up to date with how it stands, and what is due with the shop's rules. Its row is
 * locked by the caller, so two of these take turns.
 * @param since from when on it has stood so; its last change, where nothing else is said.
 */
export async function syncTimers(
  tx: Transaction,
  ctx: Context,
  conversation: ConversationRow,
  since: Date = conversation.updatedAt,
): Promise<TimersRow | null> {
  const { merchantId, id, channel } = conversation;
  const known = conversation.owner === "bot" ? null : await readTimers(tx, ctx, id);
  const timers = followClocks(known, conversation, since);
  if (!timers) {
    await tx.delete(conversationTimers).where(timersOf(ctx, id));
    return null;
  }
  const rules = await readServiceRules(tx, merchantId);
  const stored = toStored(timers, readDeadlines(timers, rules, channel));
  const [row] = await tx
    .insert(conversationTimers)
    .values({ merchantId, conversationId: id, ...stored })
    .onConflictDoUpdate({
      target: [conversationTimers.merchantId, conversationTimers.conversationId],
      set: stored,
    })
    .returning();
  return row!;
}

export function timersOf(ctx: Context, id: string) {
  return and(eq(conversationTimers.merchantId, ctx.merchantId), eq(conversationTimers.conversationId, id));
}

function toStored(timers: Timers, deadlines: ReturnType<typeof readDeadlines>) {
  const { awaits, hasAnswered, responseBreachedAt, resolutionBreachedAt, assigneeId, assigneeSince } = timers;
  const clock = ({ ran, runningSince }: Timers["response"]) => ({
    ran: ran.map(([from, to]): [string, string] => [from, to]),
    runningSince,
  });
  return {
    awaits,
    hasAnswered,
    responseBreachedAt,
    resolutionBreachedAt,
    assigneeId,
    assigneeSince,
    response: clock(timers.response),
    resolution: clock(timers.resolution),
    passedBy: [...timers.passedBy],
    ...deadlines,
  };
}
