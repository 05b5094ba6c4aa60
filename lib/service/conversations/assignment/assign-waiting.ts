import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { conversations, conversationTimers } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { requirePermission } from "@/lib/core/permissions";
import { lockConversation } from "../internal";
import { assignAutomatically } from "./assign-automatically";

const MOST_AT_ONCE = 200;

/**
 * Gives out what waits in the queue, the longest wait first, a transaction each.
 * @param backUserId somebody who has just come back: what they let go of before may be theirs again.
 */
export async function assignWaiting(
  ctx: Context,
  { backUserId }: { backUserId?: string } = {},
): Promise<void> {
  requirePermission(ctx, "conversations:write");
  if (backUserId) await forgetPasses(ctx, backUserId);
  const queue = await inTenant(ctx, ({ tx }) =>
    tx
      .select({ id: conversations.id })
      .from(conversations)
      .where(
        and(
          eq(conversations.merchantId, ctx.merchantId),
          eq(conversations.status, "open"),
          eq(conversations.owner, "human"),
          isNull(conversations.assigneeId),
        ),
      )
      .orderBy(asc(sql`coalesce(${conversations.waitingSince}, ${conversations.lastMessageAt})`))
      .limit(MOST_AT_ONCE),
  );
  for (const { id } of queue)
    await inTenant(ctx, async ({ tx, ctx }) => {
      await assignAutomatically(tx, ctx, await lockConversation(tx, ctx, id));
    });
}

async function forgetPasses(ctx: Context, userId: string): Promise<void> {
  await inTenant(ctx, ({ tx }) =>
    tx
      .update(conversationTimers)
      .set({ passedBy: sql`array_remove(${conversationTimers.passedBy}, ${userId}::uuid)` })
      .where(and(eq(conversationTimers.merchantId, ctx.merchantId), isNull(conversationTimers.assigneeId))),
  );
}
