import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { channelAccounts, channelContacts, conversations, deliveries, messages } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { admit } from "@/lib/platform/resilience/circuit";
import { requireAdapter } from "./adapters";
import { changeDelivery, type DeliveryRow, type OnStateChange } from "./delivery-state";
import { FILE_RULES } from "./file-rules";
import { type AccountRow, updateAccount } from "./internal";
import { checkReply } from "./reply-rules";

/** Longer than an act may last (outside/open-outside.ts): after it whoever was sending is gone. */
const SENDING_LEASE_MS = 60_000;

type ContactRow = typeof channelContacts.$inferSelect;

export interface ClaimedDelivery {
  is: "claimed";
  delivery: DeliveryRow;
  account: AccountRow;
  contact: ContactRow;
  text: string;
  /** Of the files that go with it. */
  fileIds: string[];
  /** The bot wrote it. */
  isAutomatic: boolean;
}

export type Claim = ClaimedDelivery | { is: "nothing" } | { is: "later"; at: Date } | { is: "passed" };

/**
 * Takes the conversation's oldest message that waits, for sending. One at a time, so that their order is kept; the
 * claim is committed before anything leaves, so that no other process sends it too. Whoever died while sending leaves
 * a message of which nobody knows: it is not sent again by itself.
 */
export function claimDelivery(ctx: Context, conversationId: string, onChange: OnStateChange): Promise<Claim> {
  return inTenant(ctx, async ({ tx, ctx }) => {
    const contact = await lockContact(tx, ctx, conversationId);
    if (!contact) return { is: "nothing" };
    const now = ctx.now();
    const [next] = await tx
      .select()
      .from(deliveries)
      .where(
        and(
          eq(deliveries.merchantId, ctx.merchantId),
          eq(deliveries.conversationId, conversationId),
          inArray(deliveries.state, ["pending", "sending"]),
        ),
      )
      // `sending` comes after `pending` in the alphabet.
      .orderBy(
        desc(deliveries.state),
        asc(deliveries.createdAt),
        asc(deliveries.messageId),
        asc(deliveries.part),
      )
      .limit(1);
    if (!next) return { is: "nothing" };
    if (next.state === "sending") {
      if (next.sendingUntil && next.sendingUntil > now) return { is: "later", at: next.sendingUntil };
      const reason = "Whoever was sending it stopped before the platform's answer came.";
      const change = { state: "unknown" as const, errorCode: "interrupted", errorReason: reason };
      await changeDelivery(tx, ctx, next, change, onChange);
      return { is: "passed" };
    }
    if (next.nextAttemptAt > now) return { is: "later", at: next.nextAttemptAt };
    return tryClaim(tx, ctx, next, contact, onChange);
  });
}

async function tryClaim(
  tx: Transaction,
  ctx: Context,
  next: DeliveryRow,
  contact: ContactRow,
  onChange: OnStateChange,
): Promise<Claim> {
  const now = ctx.now();
  const [account] = await tx
    .select()
    .from(channelAccounts)
    .where(and(eq(channelAccounts.merchantId, ctx.merchantId), eq(channelAccounts.id, next.accountId)))
    .for("update");
  // It was counted among the replies when it was stored.
  const refusal = checkReply(requireAdapter(account!.kind).rules, account!, contact, 0, now);
  if (refusal) {
    const change = { state: "failed" as const, errorCode: refusal.code, errorReason: refusal.reason };
    await changeDelivery(tx, ctx, next, change, onChange);
    return { is: "passed" };
  }
  const admission = admit(account!, now);
  if (admission.is === "open") {
    const reason = "The platform failed several times in a row; the channel waits before it tries again.";
    const change = { nextAttemptAt: admission.until, errorCode: "circuit_open", errorReason: reason };
    await changeDelivery(tx, ctx, next, change, onChange);
    return { is: "later", at: admission.until };
  }
  if (admission.change) await updateAccount(tx, ctx, account!.id, admission.change);
  const sending = {
    state: "sending" as const,
    attempts: next.attempts + 1,
    sendingUntil: new Date(now.getTime() + SENDING_LEASE_MS),
  };
  await changeDelivery(tx, ctx, next, sending, onChange);
  const delivery = { ...next, ...sending };
  return {
    is: "claimed",
    delivery,
    account: account!,
    contact,
    ...(await readContent(tx, ctx, next, account!)),
  };
}

async function lockContact(
  tx: Transaction,
  ctx: Context,
  conversationId: string,
): Promise<ContactRow | null> {
  const [row] = await tx
    .select({ contact: channelContacts })
    .from(conversations)
    .innerJoin(
      channelContacts,
      and(
        eq(channelContacts.merchantId, conversations.merchantId),
        eq(channelContacts.id, conversations.channelContactId),
      ),
    )
    .where(and(eq(conversations.merchantId, ctx.merchantId), eq(conversations.id, conversationId)))
    .for("update", { of: channelContacts });
  return row?.contact ?? null;
}

async function readContent(
  tx: Transaction,
  ctx: Context,
  { messageId, textFrom, textTo, part, attachmentId }: DeliveryRow,
  { kind }: AccountRow,
): Promise<Pick<ClaimedDelivery, "text" | "fileIds" | "isAutomatic">> {
  const [message] = await tx
    .select({ text: messages.text, author: messages.author, attachments: messages.attachments })
    .from(messages)
    .where(and(eq(messages.merchantId, ctx.merchantId), eq(messages.id, messageId)));
  const goAlong = part === 0 && FILE_RULES[kind]?.how === "with_text" ? (message?.attachments ?? []) : [];
  return {
    text: (message?.text ?? "").slice(textFrom, textTo),
    fileIds: attachmentId ? [attachmentId] : goAlong.flatMap(({ id }) => id ?? []),
    isAutomatic: message?.author === "bot",
  };
}
