import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { deliveries, replyPhrasings } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import type { Reply } from "@/lib/service/dialogue";
import type { MessageRow } from "../internal";
import type { SentMessageDto } from "../schemas";
import { settleReply } from "./settle-reply";

/** What is needed to put an answer into other words once its transaction is over. */
export interface HeldReply {
  template: string;
  language: Reply["language"];
  /** The customer's message, to which the words shall fit. */
  question: string;
}

export type Received = SentMessageDto & { held?: HeldReply };

/** Longer than a model is waited for; then the template goes out, whoever was to see to it. */
export const HELD_MS = 5_000;
const LONGEST_TEMPLATE = 1_500;

/**
 * Where the shop's model may put answers into words: whether the customer is told this one only after it has tried.
 * Never where the answer asks for something: what is agreed to is what was written. Whatever was held back before in
 * this conversation goes out first, so that answers keep their order.
 */
export async function holdReply(
  tx: Transaction,
  ctx: Context,
  conversationId: string,
  reply: Reply | null,
  question: string | null,
): Promise<HeldReply | null> {
  await releaseEarlier(tx, ctx, conversationId);
  if (!reply || question === null || !mayBePhrased(reply)) return null;
  return { template: reply.text, language: reply.language, question };
}

function mayBePhrased({ text, handoff, slots }: Reply): boolean {
  const { tasks, awaiting, offered } = slots;
  const asks = (Array.isArray(tasks) && tasks.length > 0) || awaiting !== undefined || offered !== undefined;
  // Lists are there to choose from by number.
  const hasList = /^\s*\d+[.)、]/m.test(text);
  return !asks && !handoff && !hasList && text.length <= LONGEST_TEMPLATE;
}

/** Stores the held answer's template, and keeps what goes to a platform from leaving before it is settled. */
export async function recordHeldReply(tx: Transaction, ctx: Context, answer: MessageRow): Promise<void> {
  const waitsUntil = new Date(ctx.now().getTime() + HELD_MS);
  await tx.insert(replyPhrasings).values({
    merchantId: ctx.merchantId,
    messageId: answer.id,
    conversationId: answer.conversationId,
    template: answer.text,
    state: "waiting",
    waitsUntil,
  });
  await tx
    .update(deliveries)
    .set({ nextAttemptAt: waitsUntil })
    .where(
      and(
        eq(deliveries.merchantId, ctx.merchantId),
        eq(deliveries.messageId, answer.id),
        eq(deliveries.state, "pending"),
      ),
    );
}

async function releaseEarlier(tx: Transaction, ctx: Context, conversationId: string): Promise<void> {
  const waiting = await tx
    .select({ id: replyPhrasings.messageId })
    .from(replyPhrasings)
    .where(
      and(
        eq(replyPhrasings.merchantId, ctx.merchantId),
        eq(replyPhrasings.conversationId, conversationId),
        eq(replyPhrasings.state, "waiting"),
      ),
    );
  for (const { id } of waiting) await settleReply({ ...ctx, tx }, id, { is: "kept", reason: "overtaken" });
}
