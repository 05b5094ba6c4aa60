import { and, asc, eq, inArray } from "drizzle-orm";
import { deliveries, messages } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { AppError, notFound } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit";
import { refreshMessageState, requeueDeliveries } from "@/lib/platform/channels";
import { announceDelivery } from "./announce-delivery";
import { lockConversation, toMessageDto } from "./internal";
import { conversationMessageInput, type MessageDto } from "./schemas";

/**
 * Sends again what of a message has failed, or of which nobody knows whether it arrived: the customer may then get it
 * twice, which is for a person to decide.
 * @throws AppError `conflict` when all of it is sent or on its way, `not_possible` when the platform takes nothing now.
 */
export async function resendMessage(
  ctx: Context,
  raw: { id: string; messageId: string },
): Promise<MessageDto> {
  requirePermission(ctx, "conversations:write");
  const { id, messageId } = parseInput(conversationMessageInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const conversation = await lockConversation(tx, ctx, id);
    const ofMessage = and(
      eq(messages.merchantId, ctx.merchantId),
      eq(messages.conversationId, id),
      eq(messages.id, messageId),
    );
    const [message] = await tx.select().from(messages).where(ofMessage);
    if (!message) throw notFound("message");
    const lost = await tx
      .select()
      .from(deliveries)
      .where(
        and(
          eq(deliveries.merchantId, ctx.merchantId),
          eq(deliveries.messageId, messageId),
          inArray(deliveries.state, ["failed", "unknown"]),
        ),
      )
      .orderBy(asc(deliveries.part));
    if (lost.length === 0 || !conversation.channelContactId)
      throw new AppError(
        "conflict",
        "This message was sent or is on its way; there is nothing to send again.",
      );
    await requeueDeliveries(tx, ctx, conversation.channelContactId, lost);
    await refreshMessageState(tx, ctx, messageId, announceDelivery);
    await recordAudit(tx, ctx, {
      action: "message.resent",
      subject: { type: "message", id: messageId },
      details: { states: lost.map(({ state }) => state) },
    });
    const [row] = await tx.select().from(messages).where(ofMessage);
    return toMessageDto(row!, null);
  });
}
