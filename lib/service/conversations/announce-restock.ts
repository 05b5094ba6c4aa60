import { and, eq, isNotNull } from "drizzle-orm";
import { restockNotices } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { requirePermission } from "@/lib/core/permissions";
import { closeRestockNotice, findDueRestock } from "@/lib/data/after-sales";
import { getProduct } from "@/lib/data/catalog";
import { restockMessage } from "@/lib/service/dialogue";
import { insertMessage, lastMessageOf, lockConversation, updateConversation } from "./internal";

/**
 * Tells the people who wait for products that are there again, in the conversation in which they asked, once. Where a
 * person owns the conversation the bot stays silent: that notice, like those without a conversation, stays due, for
 * people to see to.
 * @returns how many were told.
 */
export async function announceRestock(ctx: Context): Promise<number> {
  requirePermission(ctx, "orders:service");
  await findDueRestock(ctx);
  const due = await inTenant(ctx, ({ tx }) =>
    tx
      .select({ id: restockNotices.id })
      .from(restockNotices)
      .where(
        and(
          eq(restockNotices.merchantId, ctx.merchantId),
          eq(restockNotices.status, "due"),
          isNotNull(restockNotices.conversationId),
        ),
      ),
  );
  let told = 0;
  for (const { id } of due) told += (await tell(ctx, id)) ? 1 : 0;
  return told;
}

/** The message and the end of the notice are one transaction: whatever stops the worker, it is told once. */
function tell(ctx: Context, id: string): Promise<boolean> {
  return inTenant(ctx, async ({ tx, ctx }) => {
    const [notice] = await tx
      .select()
      .from(restockNotices)
      .where(
        and(
          eq(restockNotices.merchantId, ctx.merchantId),
          eq(restockNotices.id, id),
          eq(restockNotices.status, "due"),
        ),
      )
      .for("update", { skipLocked: true });
    if (!notice?.conversationId) return false;
    const conversation = await lockConversation(tx, ctx, notice.conversationId);
    if (conversation.owner !== "bot") return false;
    const product = await getProduct(ctx, { id: notice.productId });
    const language = conversation.language ?? "en";
    const message = await insertMessage(
      tx,
      ctx,
      {
        conversationId: conversation.id,
        author: "bot",
        text: restockMessage(language, product),
        language,
        sources: [{ type: "product", id: product.id, label: product.sku }],
      },
      ctx.now(),
    );
    await updateConversation(tx, ctx, conversation.id, lastMessageOf(message));
    await closeRestockNotice(ctx, { id, status: "sent" });
    return true;
  });
}
