import { and, eq, isNull } from "drizzle-orm";
import { mentions } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { actorUserId, lockConversation } from "./internal";
import { conversationIdInput } from "./schemas";

/** Marks one's own mentions in a conversation as seen. Nobody else's; what somebody has read is not audited. */
export async function readMentions(ctx: Context, raw: { id: string }): Promise<{ read: number }> {
  requirePermission(ctx, "conversations:read");
  const { id } = parseInput(conversationIdInput, raw);
  const userId = actorUserId(ctx);
  return inTenant(ctx, async ({ tx, ctx }) => {
    await lockConversation(tx, ctx, id);
    if (!userId) return { read: 0 };
    const seen = await tx
      .update(mentions)
      .set({ readAt: ctx.now() })
      .where(
        and(
          eq(mentions.merchantId, ctx.merchantId),
          eq(mentions.userId, userId),
          eq(mentions.conversationId, id),
          isNull(mentions.readAt),
        ),
      )
      .returning({ id: mentions.messageId });
    return { read: seen.length };
  });
}
