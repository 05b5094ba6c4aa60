import { and, eq, ne } from "drizzle-orm";
import { conversations } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { requirePermission } from "@/lib/core/permissions";
import { lockConversation, updateConversation } from "../internal";
import { readTimers, syncTimers, type TimersRow } from "./sync-timers";

/**
 * Works out anew what is due, after the shop changed its hours or targets. A transaction for each conversation: a
 * lock on all of them would hold up everybody who writes.
 */
export async function refreshDeadlines(ctx: Context): Promise<void> {
  requirePermission(ctx, "conversations:write");
  const ids = await inTenant(ctx, ({ tx }) =>
    tx
      .select({ id: conversations.id })
      .from(conversations)
      .where(
        and(
          eq(conversations.merchantId, ctx.merchantId),
          eq(conversations.owner, "human"),
          ne(conversations.status, "resolved"),
        ),
      ),
  );
  for (const { id } of ids) await refreshOne(ctx, id);
}

async function refreshOne(ctx: Context, id: string): Promise<void> {
  await inTenant(ctx, async ({ tx, ctx }) => {
    const conversation = await lockConversation(tx, ctx, id);
    const before = await readTimers(tx, ctx, id);
    // One that came to people before there were clocks has waited since then.
    const since = before ? ctx.now() : (conversation.waitingSince ?? conversation.lastMessageAt);
    const after = await syncTimers(tx, ctx, conversation, since);
    if (dues(before) !== dues(after)) await updateConversation(tx, ctx, id, {});
  });
}

function dues(timers: TimersRow | null): string {
  return JSON.stringify([timers?.responseDueAt, timers?.resolutionDueAt, timers?.reassignAt]);
}
