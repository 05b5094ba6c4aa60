import { and, eq, gt } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { channelAccounts, deliveries } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { afterFailure, CLOSED } from "@/lib/platform/resilience/circuit";
import type { SendOutcome } from "./adapter";
import { backoffMs, MAX_ATTEMPTS } from "./backoff";
import type { ClaimedDelivery } from "./claim-delivery";
import { changeDelivery, type DeliveryRow, type OnStateChange, refreshMessageState } from "./delivery-state";
import { updateAccount } from "./internal";

/** Writes down what became of a sending: on the message, and on the account whose circuit it may open or close. */
export async function settleDelivery(
  ctx: Context,
  claimed: ClaimedDelivery,
  outcome: SendOutcome,
  onChange: OnStateChange,
): Promise<void> {
  await inTenant(ctx, async ({ tx, ctx }) => {
    await settleAccount(tx, ctx, claimed.account.id, outcome);
    const [delivery] = await tx
      .select()
      .from(deliveries)
      .where(and(eq(deliveries.merchantId, ctx.merchantId), eq(deliveries.id, claimed.delivery.id)))
      .for("update");
    // Late news is better than "unknown"; a sending that came after it is not this one's to settle.
    const isMine = delivery?.sendingUntil?.getTime() === claimed.delivery.sendingUntil?.getTime();
    if (!delivery || !isMine || !["sending", "unknown"].includes(delivery.state)) return;
    const change = toChange(delivery, outcome, ctx.now());
    await changeDelivery(tx, ctx, delivery, { sendingUntil: null, ...change }, onChange);
    if (change.state === "failed") await failRest(tx, ctx, delivery, onChange);
  });
}

function toChange(
  { attempts }: DeliveryRow,
  outcome: SendOutcome,
  now: Date,
): Partial<typeof deliveries.$inferInsert> {
  if (outcome.is === "sent")
    return { state: "sent", providerId: outcome.providerId, sentAt: now, errorCode: null, errorReason: null };
  if (outcome.is === "unknown")
    return { state: "unknown", errorCode: "no_answer", errorReason: outcome.reason };
  const error = { errorCode: outcome.code, errorReason: outcome.reason };
  if (outcome.isFinal || attempts >= MAX_ATTEMPTS) return { state: "failed", ...error };
  const waitMs = backoffMs(attempts, outcome.retryAfterSeconds, Math.random());
  return { state: "pending", nextAttemptAt: new Date(now.getTime() + waitMs), ...error };
}

/** The end of a text whose beginning did not arrive says something else: it is not sent. */
async function failRest(
  tx: Transaction,
  ctx: Context,
  { messageId, part }: DeliveryRow,
  onChange: OnStateChange,
): Promise<void> {
  await tx
    .update(deliveries)
    .set({
      state: "failed",
      errorCode: "part_before_failed",
      errorReason: "A part of the message before this one was not sent.",
      updatedAt: ctx.now(),
    })
    .where(
      and(
        eq(deliveries.merchantId, ctx.merchantId),
        eq(deliveries.messageId, messageId),
        gt(deliveries.part, part),
        eq(deliveries.state, "pending"),
      ),
    );
  await refreshMessageState(tx, ctx, messageId, onChange);
}

/** Being refused for good, or asked to wait, shows that the platform is there: neither is a failure of its. */
async function settleAccount(
  tx: Transaction,
  ctx: Context,
  accountId: string,
  outcome: SendOutcome,
): Promise<void> {
  const now = ctx.now();
  const [account] = await tx
    .select({ failuresInRow: channelAccounts.failuresInRow })
    .from(channelAccounts)
    .where(and(eq(channelAccounts.merchantId, ctx.merchantId), eq(channelAccounts.id, accountId)))
    .for("update");
  if (!account) return;
  if (outcome.is === "sent") {
    await updateAccount(tx, ctx, accountId, { ...CLOSED, lastSentAt: now });
    return;
  }
  const isPlatformsFault =
    outcome.is === "unknown" || (!outcome.isFinal && outcome.retryAfterSeconds === undefined);
  await updateAccount(tx, ctx, accountId, {
    ...(isPlatformsFault ? afterFailure(account, now) : CLOSED),
    lastError: outcome.reason,
    lastErrorAt: now,
  });
}
