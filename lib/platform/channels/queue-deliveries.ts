import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { channelAccounts, channelContacts, deliveries } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { enqueueJob } from "@/lib/platform/jobs/enqueue-job";
import { type AnyAdapter, requireAdapter } from "./adapters";
import { checkReply, type ReplyRefusal } from "./reply-rules";
import { splitText, type TextRange } from "./split-text";

export interface DeliveryPlan {
  adapter: AnyAdapter;
  accountId: string;
  contactId: string;
  parts: TextRange[];
  /** Why the platform would not take it now. */
  refusal: ReplyRefusal | null;
}

/** How a text would go to a person on a platform: in how many parts, and whether it may. Locks the contact. */
export async function planDelivery(
  tx: Transaction,
  ctx: Context,
  contactId: string,
  text: string,
): Promise<DeliveryPlan> {
  const [row] = await tx
    .select({ contact: channelContacts, account: channelAccounts })
    .from(channelContacts)
    .innerJoin(
      channelAccounts,
      and(
        eq(channelAccounts.merchantId, channelContacts.merchantId),
        eq(channelAccounts.id, channelContacts.accountId),
      ),
    )
    .where(and(eq(channelContacts.merchantId, ctx.merchantId), eq(channelContacts.id, contactId)))
    .for("update", { of: channelContacts });
  const { contact, account } = row!;
  const adapter = requireAdapter(account.kind);
  const parts = splitText(text, adapter.rules.maxTextLength);
  const refusal = checkReply(adapter.rules, account, contact, parts.length, ctx.now());
  return { adapter, accountId: account.id, contactId, parts, refusal };
}

/** @throws AppError `not_possible` with the machine's reason, for an agent who is about to write. */
export function requireDeliverable(plan: DeliveryPlan): void {
  if (!plan.refusal) return;
  const { code, reason, facts } = plan.refusal;
  throw new AppError("not_possible", reason, { details: { reason: code, ...facts } });
}

/** Stores a message's way out with the message itself; the worker sends it after the commit. */
export async function queueDeliveries(
  tx: Transaction,
  ctx: Context,
  plan: DeliveryPlan,
  message: { id: string; conversationId: string; createdAt: Date },
): Promise<void> {
  const { refusal, accountId, contactId } = plan;
  await tx.insert(deliveries).values(
    plan.parts.map((range, part) => ({
      merchantId: ctx.merchantId,
      id: newId(),
      accountId,
      contactId,
      conversationId: message.conversationId,
      messageId: message.id,
      part,
      textFrom: range.from,
      textTo: range.to,
      nextAttemptAt: ctx.now(),
      createdAt: message.createdAt,
      updatedAt: ctx.now(),
      ...(refusal ? { state: "failed" as const, errorCode: refusal.code, errorReason: refusal.reason } : {}),
    })),
  );
  if (refusal) return;
  await tx
    .update(channelContacts)
    .set({ repliesSinceInbound: sql`${channelContacts.repliesSinceInbound} + ${plan.parts.length}` })
    .where(and(eq(channelContacts.merchantId, ctx.merchantId), eq(channelContacts.id, contactId)));
  await enqueueJob(tx, ctx, "send-deliveries", { conversationId: message.conversationId });
}
