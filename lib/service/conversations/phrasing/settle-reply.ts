import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { deliveries, messages, replyPhrasings } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { planDelivery } from "@/lib/platform/channels";
import { enqueueJob } from "@/lib/platform/jobs/enqueue-job";
import { publishLive } from "@/lib/platform/live";
import { addTerms } from "../index-terms";
import { lockConversation, type MessageRow, toMessageDto } from "../internal";

export type Phrasing =
  | { is: "phrased"; text: string; model: string }
  /** The template is sent as it is. */
  | { is: "kept"; reason: string };

/**
 * Lets a held answer go: in the model's words or in the template's. Once; whoever comes later changes nothing.
 * @returns the message as it was sent; null where it was settled before.
 */
export function settleReply(ctx: Context, messageId: string, phrasing: Phrasing): Promise<MessageRow | null> {
  return inTenant(ctx, async ({ tx, ctx }) => {
    const ofMessage = and(
      eq(replyPhrasings.merchantId, ctx.merchantId),
      eq(replyPhrasings.messageId, messageId),
    );
    const [found] = await tx.select().from(replyPhrasings).where(ofMessage);
    if (!found) return null;
    const { channelContactId } = await lockConversation(tx, ctx, found.conversationId);
    const [held] = await tx.select().from(replyPhrasings).where(ofMessage).for("update");
    if (held?.state !== "waiting") return null;
    const settled = await fitToPlatform(tx, ctx, messageId, channelContactId, phrasing);
    const row = await putText(tx, ctx, messageId, settled.is === "phrased" ? settled.text : held.template);
    await tx
      .update(replyPhrasings)
      .set(
        settled.is === "phrased"
          ? { state: "phrased", model: settled.model }
          : { state: "kept", reason: settled.reason },
      )
      .where(ofMessage);
    if (settled.is === "phrased") await addTerms(tx, ctx, row.conversationId, row.text);
    if (channelContactId) await sendNow(tx, ctx, row);
    await publishLive(tx, {
      conversationId: row.conversationId,
      type: "message",
      audience: "everyone",
      payload: { message: toMessageDto(row, null) },
    });
    return row;
  });
}

async function putText(tx: Transaction, ctx: Context, id: string, text: string): Promise<MessageRow> {
  const [row] = await tx
    .update(messages)
    .set({ text })
    .where(and(eq(messages.merchantId, ctx.merchantId), eq(messages.id, id)))
    .returning();
  return row!;
}

/** What is on its way to a platform already stays as it was; so does what would take another number of parts. */
async function fitToPlatform(
  tx: Transaction,
  ctx: Context,
  messageId: string,
  contactId: string | null,
  phrasing: Phrasing,
): Promise<Phrasing> {
  if (!contactId || phrasing.is === "kept") return phrasing;
  const { parts } = await planDelivery(tx, ctx, contactId, { text: phrasing.text });
  const ofMessage = and(eq(deliveries.merchantId, ctx.merchantId), eq(deliveries.messageId, messageId));
  const queued = await tx.select().from(deliveries).where(ofMessage).for("update");
  const isUntouched = queued.every(({ state, attempts }) => state === "pending" && attempts === 0);
  if (!isUntouched) return { is: "kept", reason: "already_sent" };
  if (queued.length !== parts.length) return { is: "kept", reason: "other_parts" };
  for (const [part, range] of parts.entries()) {
    await tx
      .update(deliveries)
      .set({ textFrom: range.from, textTo: range.to })
      .where(and(ofMessage, eq(deliveries.part, part)));
  }
  return phrasing;
}

async function sendNow(tx: Transaction, ctx: Context, { id, conversationId }: MessageRow): Promise<void> {
  const waiting = await tx
    .update(deliveries)
    .set({ nextAttemptAt: ctx.now() })
    .where(
      and(
        eq(deliveries.merchantId, ctx.merchantId),
        eq(deliveries.messageId, id),
        eq(deliveries.state, "pending"),
        eq(deliveries.attempts, 0),
      ),
    )
    .returning({ id: deliveries.id });
  if (waiting.length > 0) await enqueueJob(tx, ctx, "send-deliveries", { conversationId });
}
