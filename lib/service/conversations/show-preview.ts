import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { conversations, merchants } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { publishPreview } from "@/lib/platform/live";

/**
 * Shows agents what a visitor is writing, where the shop wants it and a person has the conversation: nobody else would
 * answer it. It passes by and is kept nowhere. A browser that does not know yet that it is off sends it in vain.
 */
export async function showPreview(
  tx: Transaction,
  ctx: Context,
  conversationId: string,
  text: string,
): Promise<void> {
  const [shown] = await tx
    .select({ id: conversations.id })
    .from(conversations)
    .innerJoin(merchants, and(eq(merchants.id, conversations.merchantId), eq(merchants.typingPreview, true)))
    .where(
      and(
        eq(conversations.merchantId, ctx.merchantId),
        eq(conversations.id, conversationId),
        eq(conversations.owner, "human"),
      ),
    );
  if (shown) await publishPreview(tx, ctx, { conversationId, text });
}
