import { and, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { channelAccounts, channelContacts, deliveries, type MessageAttachment } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { enqueueJob } from "@/lib/platform/jobs/enqueue-job";
import { requireAdapter } from "./adapters";
import type { DeliveryRow } from "./delivery-state";
import { checkFiles, FILE_RULES } from "./file-rules";
import { checkReply, REPLY_REFUSALS, type ReplyRefusal, refuseFiles } from "./reply-rules";
import { splitText, type TextRange } from "./split-text";

export interface DeliveryPlan {
  accountId: string;
  contactId: string;
  /** Of the text; a file that goes apart has an empty one. */
  parts: (TextRange & { attachmentId?: string })[];
  /** Why the platform would not take it now. */
  refusal: ReplyRefusal | null;
}

export interface DeliverableContent {
  text: string;
  files?: readonly MessageAttachment[];
  /** False where the text only stands for the files. */
  hasWords?: boolean;
}

/** How a message would go to a person on a platform: in how many parts, and whether it may. Locks the contact. */
export async function planDelivery(
  tx: Transaction,
  ctx: Context,
  contactId: string,
  { text, files = [], hasWords = true }: DeliverableContent,
): Promise<DeliveryPlan> {
  const { contact, account } = await lockContact(tx, ctx, contactId);
  const adapter = requireAdapter(account.kind);
  const goesApart = files.length > 0 && FILE_RULES[account.kind]?.how === "apart";
  const words = goesApart && !hasWords ? [] : splitText(text, adapter.rules.maxTextLength);
  const apart = goesApart ? files.flatMap(({ id }) => (id ? { from: 0, to: 0, attachmentId: id } : [])) : [];
  const parts = [...words, ...apart];
  const refused = checkFiles(account.kind, files);
  const refusal =
    checkReply(adapter.rules, account, contact, parts.length, ctx.now()) ?? (refused && refuseFiles(refused));
  return { accountId: account.id, contactId, parts, refusal };
}

/**
 * Puts parts of a message that were lost back in line.
 * @throws AppError `not_possible` when the platform takes nothing now.
 */
export async function requeueDeliveries(
  tx: Transaction,
  ctx: Context,
  contactId: string,
  lost: DeliveryRow[],
): Promise<void> {
  const { contact, account } = await lockContact(tx, ctx, contactId);
  // What was in line since the customer's last message, which alone changes a contact, is counted already.
  const uncounted = lost.filter(
    ({ errorCode, updatedAt }) =>
      REPLY_REFUSALS.some((code) => code === errorCode) || updatedAt < contact.updatedAt,
  ).length;
  const { rules } = requireAdapter(account.kind);
  requireDeliverable({ refusal: checkReply(rules, account, contact, uncounted, ctx.now()) });
  const ids = lost.map(({ id }) => id);
  await tx
    .update(deliveries)
    .set({
      state: "pending",
      attempts: 0,
      errorCode: null,
      errorReason: null,
      sendingUntil: null,
      nextAttemptAt: ctx.now(),
      updatedAt: ctx.now(),
    })
    .where(and(eq(deliveries.merchantId, ctx.merchantId), inArray(deliveries.id, ids)));
  await countReplies(tx, ctx, contactId, uncounted);
  await enqueueJob(tx, ctx, "send-deliveries", { conversationId: lost[0]!.conversationId });
}

async function lockContact(tx: Transaction, ctx: Context, contactId: string) {
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
  return row!;
}

async function countReplies(tx: Transaction, ctx: Context, contactId: string, more: number): Promise<void> {
  await tx
    .update(channelContacts)
    .set({ repliesSinceInbound: sql`${channelContacts.repliesSinceInbound} + ${more}` })
    .where(and(eq(channelContacts.merchantId, ctx.merchantId), eq(channelContacts.id, contactId)));
}

/** @throws AppError `not_possible` with the machine's reason, for an agent who is about to write. */
export function requireDeliverable({ refusal }: Pick<DeliveryPlan, "refusal">): void {
  if (!refusal) return;
  const { code, reason, facts } = refusal;
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
      attachmentId: range.attachmentId ?? null,
      nextAttemptAt: ctx.now(),
      createdAt: message.createdAt,
      updatedAt: ctx.now(),
      ...(refusal ? { state: "failed" as const, errorCode: refusal.code, errorReason: refusal.reason } : {}),
    })),
  );
  if (refusal) return;
  await countReplies(tx, ctx, contactId, plan.parts.length);
  await enqueueJob(tx, ctx, "send-deliveries", { conversationId: message.conversationId });
}
