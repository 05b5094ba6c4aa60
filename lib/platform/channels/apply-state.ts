import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { deliveries } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { changeDelivery, isNews, type OnStateChange } from "./delivery-state";

export interface StateNews {
  providerId: string;
  state: "sent" | "delivered" | "read" | "failed";
  at: Date;
  reason?: string | undefined;
}

/**
 * Takes a platform's word on a message that the desk had sent. What it says of messages that were written elsewhere
 * (in the platform's own app) is passed over.
 * @throws AppError `conflict` while a message is on its way: its id may be the one that is named, so ask again.
 */
export async function applyDeliveryState(
  tx: Transaction,
  ctx: Context,
  accountId: string,
  news: StateNews,
  onChange: OnStateChange,
): Promise<void> {
  const ofAccount = and(eq(deliveries.merchantId, ctx.merchantId), eq(deliveries.accountId, accountId));
  const [delivery] = await tx
    .select()
    .from(deliveries)
    .where(and(ofAccount, eq(deliveries.providerId, news.providerId)))
    .for("update");
  if (!delivery) {
    const underWay = await tx
      .select({ id: deliveries.id })
      .from(deliveries)
      .where(and(ofAccount, eq(deliveries.state, "sending")))
      .limit(1);
    if (underWay.length > 0) throw new AppError("conflict", "A message is still on its way. Try again.");
    return;
  }
  if (!isNews(delivery.state, news.state)) return;
  const failure =
    news.state === "failed" ? { errorCode: "platform_failed", errorReason: news.reason ?? null } : {};
  await changeDelivery(tx, ctx, delivery, { state: news.state, ...failure }, onChange);
}
