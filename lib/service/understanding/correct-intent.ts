import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { intentCorrections } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { AppError, notFound } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit";
import { announceCorrection, lockCustomerMessage, toMessageDto } from "@/lib/service/conversations";
import type { MessageDto } from "@/lib/service/conversations/schemas";
import { actorName, requireIntent } from "./internal";
import { openAutomaticRun } from "./open-run";
import {
  type CorrectIntentInput,
  correctIntentInput,
  type UndoCorrectionInput,
  undoCorrectionInput,
} from "./schemas";

/**
 * A person says what a customer's message asks for, or confirms what was understood. Of several words on a message
 * the latest counts; the same word again changes nothing.
 * @throws AppError `conflict` for a message in which nothing was understood, such as one from before the model.
 */
export async function correctIntent(ctx: Context, raw: CorrectIntentInput): Promise<MessageDto> {
  requirePermission(ctx, "understanding:write");
  const { messageId, conversationId, intent } = parseInput(correctIntentInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    await requireIntent(tx, ctx, intent);
    const message = await lockMessage(tx, ctx, messageId, conversationId);
    if (message.intent === null) {
      throw new AppError(
        "conflict",
        "Nothing was understood in this message. Correct one that has an intent.",
      );
    }
    const before = await findCorrection(tx, ctx, messageId);
    if (before?.intent === intent) return toMessageDto(message, null, before);
    const now = ctx.now();
    const word = {
      intent,
      userId: ctx.actor.type === "user" ? ctx.actor.id : null,
      actorName: actorName(ctx),
      updatedAt: now,
    };
    const [correction] = await tx
      .insert(intentCorrections)
      .values({
        merchantId: ctx.merchantId,
        messageId,
        ...word,
        predictedIntent: message.intent,
        predictedConfidence: message.confidence,
        model: message.model,
        headVersion: message.headVersion,
        createdAt: now,
      })
      .onConflictDoUpdate({ target: [intentCorrections.merchantId, intentCorrections.messageId], set: word })
      .returning();
    await recordAudit(tx, ctx, {
      action: intent === message.intent ? "message_intent.confirmed" : "message_intent.corrected",
      subject: { type: "message", id: messageId },
      details: { from: before?.intent ?? message.intent, to: intent },
    });
    const dto = await announceCorrection(tx, ctx, message, correction!);
    await openAutomaticRun(tx, ctx);
    return dto;
  });
}

/** Takes a person's word back: the message is again what was understood. */
export async function undoCorrection(ctx: Context, raw: UndoCorrectionInput): Promise<MessageDto> {
  requirePermission(ctx, "understanding:write");
  const { messageId, conversationId } = parseInput(undoCorrectionInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const message = await lockMessage(tx, ctx, messageId, conversationId);
    const [gone] = await tx.delete(intentCorrections).where(ofMessage(ctx, messageId)).returning();
    if (!gone) return toMessageDto(message, null);
    await recordAudit(tx, ctx, {
      action: "message_intent.restored",
      subject: { type: "message", id: messageId },
      details: { from: gone.intent, to: message.intent },
    });
    return announceCorrection(tx, ctx, message, null);
  });
}

/** Where the address names a conversation, the message must be of it. */
async function lockMessage(tx: Transaction, ctx: Context, id: string, conversationId: string | undefined) {
  const message = await lockCustomerMessage(tx, ctx, id);
  if (conversationId && message.conversationId !== conversationId) throw notFound("customer message");
  return message;
}

async function findCorrection(tx: Transaction, ctx: Context, messageId: string) {
  const [row] = await tx.select().from(intentCorrections).where(ofMessage(ctx, messageId));
  return row ?? null;
}

function ofMessage(ctx: Context, messageId: string) {
  return and(eq(intentCorrections.merchantId, ctx.merchantId), eq(intentCorrections.messageId, messageId));
}
