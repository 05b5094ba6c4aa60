import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { memberships, scheduledMessages, users } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { can, requirePermission } from "@/lib/core/permissions";
import { lockConversation, updateConversation } from "../internal";
import { sendAgentMessage } from "../send-message";
import { holdScheduled } from "./hold-scheduled";

/**
 * Sends a reply whose time has come, under its author's name: once, since the conversation is locked and the message
 * carries the wish's own id. Held instead where people no longer have the conversation, or the author has left.
 */
export async function sendScheduled(ctx: Context, { id }: { id: string }): Promise<void> {
  requirePermission(ctx, "conversations:write");
  await inTenant(ctx, async ({ tx, ctx }) => {
    const isThis = and(eq(scheduledMessages.merchantId, ctx.merchantId), eq(scheduledMessages.id, id));
    const [found] = await tx
      .select({ conversationId: scheduledMessages.conversationId })
      .from(scheduledMessages)
      .where(isThis);
    if (!found) throw notFound("scheduled reply");
    const { conversationId } = found;
    const conversation = await lockConversation(tx, ctx, conversationId);
    const [wish] = await tx.select().from(scheduledMessages).where(isThis);
    if (wish?.state !== "waiting" || wish.sendAt > ctx.now()) return;
    const author = await readAuthor(tx, ctx, wish.authorUserId);
    const isWithPeople = conversation.owner === "human" && conversation.status !== "resolved";
    if (!author || !isWithPeople) {
      const because = author ? ("not_with_people" as const) : ("author_left" as const);
      await holdScheduled(tx, ctx, conversationId, { because, at: ctx.now(), id });
      await updateConversation(tx, ctx, conversationId, {});
      return;
    }
    await tx.update(scheduledMessages).set({ state: "sent" }).where(isThis);
    await sendAgentMessage(
      tx,
      { ...ctx, actor: author },
      { conversationId, text: wish.text, clientMessageId: `scheduled:${id}` },
    );
  });
}

/** The author as a member who may still answer; null for one who has left or may no longer. */
async function readAuthor(tx: Transaction, ctx: Context, userId: string) {
  const [row] = await tx
    .select({ id: users.id, name: users.name, role: memberships.role })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.merchantId, ctx.merchantId), eq(memberships.userId, userId)));
  const actor = row ? ({ type: "user", ...row } as const) : null;
  return actor && can(actor, "conversations:write") ? actor : null;
}
