import { and, desc, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { messages } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { publishLive } from "@/lib/platform/live";
import {
  type CorrectionRow,
  lockConversation,
  type MessageRow,
  toMessageDto,
  updateConversation,
} from "./internal";
import type { MessageDto } from "./schemas";

/** A customer's message, its conversation locked: corrections of one message take turns. @throws AppError `not_found`. */
export async function lockCustomerMessage(tx: Transaction, ctx: Context, id: string): Promise<MessageRow> {
  const [row] = await tx
    .select()
    .from(messages)
    .where(
      and(eq(messages.merchantId, ctx.merchantId), eq(messages.id, id), eq(messages.author, "customer")),
    );
  if (!row) throw notFound("customer message");
  await lockConversation(tx, ctx, row.conversationId);
  return row;
}

/**
 * Shows the desk a message with the word of a person on it, or without it again. The conversation is about what its
 * latest customer message is about, so it follows.
 */
export async function announceCorrection(
  tx: Transaction,
  ctx: Context,
  message: MessageRow,
  correction: CorrectionRow | null,
): Promise<MessageDto> {
  const { conversationId } = message;
  const dto = toMessageDto(message, null, correction);
  publishLive(tx, {
    conversationId,
    type: "message",
    audience: "agents",
    payload: { message: dto },
  });
  const [latest] = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.merchantId, ctx.merchantId),
        eq(messages.conversationId, conversationId),
        eq(messages.author, "customer"),
      ),
    )
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(1);
  if (latest?.id === message.id) {
    await updateConversation(tx, ctx, conversationId, {
      intent: correction?.intent ?? message.intent,
      intentConfidence: correction ? null : message.confidence,
    });
  }
  return dto;
}
