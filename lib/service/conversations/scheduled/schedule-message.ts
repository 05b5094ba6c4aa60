import { and, eq, inArray } from "drizzle-orm";
import { scheduledMessages } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { AppError, notFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit";
import { lockConversation, requireOpenForAgents, updateConversation } from "../internal";
import { getConversation } from "../queries";
import {
  type ConversationDto,
  conversationIdInput,
  type ScheduleMessageInput,
  scheduledIdInput,
  scheduleMessageInput,
} from "../schemas";
import { requireFilled } from "../send-message";

const MAX_WAITING = 20;
const MAX_AHEAD_MS = 90 * 86_400_000;

/**
 * Keeps an agent's reply until its time. When the customer writes before, it is held and not sent: an answer to what
 * is no longer the question helps nobody.
 */
export async function scheduleMessage(
  ctx: Context,
  raw: ScheduleMessageInput & { id: string },
): Promise<ConversationDto> {
  requirePermission(ctx, "conversations:write");
  const { id: conversationId } = parseInput(conversationIdInput, raw);
  const { text, clientMessageId, sendAt: at } = parseInput(scheduleMessageInput, raw);
  const sendAt = new Date(at);
  const ahead = sendAt.getTime() - ctx.now().getTime();
  if (ahead <= 0) throw new AppError("invalid_input", "Choose a time in the future.");
  if (ahead > MAX_AHEAD_MS) throw new AppError("invalid_input", "Choose a time within the next 90 days.");
  return inTenant(ctx, async ({ tx, ctx }) => {
    const conversation = await lockConversation(tx, ctx, conversationId);
    const { actor, merchantId } = ctx;
    if (actor.type !== "user")
      throw new AppError("conflict", "Only a member's reply can wait: send an integration's when it is due.");
    requireOpenForAgents(conversation);
    const known = await tx
      .select({ clientMessageId: scheduledMessages.clientMessageId, state: scheduledMessages.state })
      .from(scheduledMessages)
      .where(
        and(
          eq(scheduledMessages.merchantId, merchantId),
          eq(scheduledMessages.conversationId, conversationId),
        ),
      );
    if (known.some((one) => one.clientMessageId === clientMessageId))
      return getConversation(ctx, { id: conversationId });
    requireFilled(text);
    if (known.filter(({ state }) => state === "waiting").length >= MAX_WAITING)
      throw new AppError(
        "conflict",
        `At most ${MAX_WAITING} replies can wait in a conversation. Cancel one first.`,
      );
    const id = newId();
    const wish = { conversationId, clientMessageId, authorUserId: actor.id, text, sendAt };
    await tx.insert(scheduledMessages).values({ merchantId, id, ...wish, createdAt: ctx.now() });
    await updateConversation(tx, ctx, conversationId, {});
    await recordAudit(tx, ctx, {
      action: "message.scheduled",
      subject: { type: "conversation", id: conversationId },
      details: { scheduledId: id, sendAt: sendAt.toISOString() },
    });
    return getConversation(ctx, { id: conversationId });
  });
}

/** Takes back a reply that has not gone out, one that is held too. @throws AppError `conflict` once it was sent. */
export async function cancelScheduled(
  ctx: Context,
  raw: { id: string; scheduledId: string },
): Promise<ConversationDto> {
  requirePermission(ctx, "conversations:write");
  const { id, scheduledId } = parseInput(scheduledIdInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    await lockConversation(tx, ctx, id);
    const isThis = and(
      eq(scheduledMessages.merchantId, ctx.merchantId),
      eq(scheduledMessages.conversationId, id),
      eq(scheduledMessages.id, scheduledId),
    );
    const [row] = await tx.select({ state: scheduledMessages.state }).from(scheduledMessages).where(isThis);
    if (!row) throw notFound("scheduled reply");
    if (row.state === "sent") throw new AppError("conflict", "This reply has just gone out.");
    if (row.state === "cancelled") return getConversation(ctx, { id });
    await tx
      .update(scheduledMessages)
      .set({ state: "cancelled" })
      .where(and(isThis, inArray(scheduledMessages.state, ["waiting", "held"])));
    await updateConversation(tx, ctx, id, {});
    await recordAudit(tx, ctx, {
      action: "message.schedule_cancelled",
      subject: { type: "conversation", id },
      details: { scheduledId },
    });
    return getConversation(ctx, { id });
  });
}
