import { and, asc, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { deliveries, messages } from "@/db/schema";
import type { Context } from "@/lib/core/context";

export type DeliveryRow = typeof deliveries.$inferSelect;
export type DeliveryState = DeliveryRow["state"];
export type MessageDeliveryState = (typeof messages.$inferSelect)["deliveryState"];
type Change = Partial<typeof deliveries.$inferInsert>;

/** Called in the same transaction when a message's state has changed, so that pages see it. */
export type OnStateChange = (tx: Transaction, ctx: Context, messageId: string) => Promise<void>;

/** How far a part has come; what failed or is not known is no step on the way. */
const STEPS: Partial<Record<DeliveryState, number>> = { sent: 1, delivered: 2, read: 3 };

/** A message is as far as the part of it that is least far; one part that is lost outweighs the others. */
export function combineStates(states: readonly DeliveryState[]): MessageDeliveryState {
  if (states.includes("failed")) return "failed";
  if (states.includes("unknown")) return "unknown";
  const steps = states.map((state) => STEPS[state] ?? 0);
  return (["pending", "sent", "delivered", "read"] as const)[Math.min(...steps)] ?? "pending";
}

export async function changeDelivery(
  tx: Transaction,
  ctx: Context,
  delivery: Pick<DeliveryRow, "id" | "messageId">,
  change: Change,
  onChange: OnStateChange,
): Promise<void> {
  await tx
    .update(deliveries)
    .set({ ...change, updatedAt: ctx.now() })
    .where(and(eq(deliveries.merchantId, ctx.merchantId), eq(deliveries.id, delivery.id)));
  await refreshMessageState(tx, ctx, delivery.messageId, onChange);
}

/** Sets the message's own state from those of its parts. */
export async function refreshMessageState(
  tx: Transaction,
  ctx: Context,
  messageId: string,
  onChange: OnStateChange,
): Promise<void> {
  const parts = await tx
    .select({ state: deliveries.state })
    .from(deliveries)
    .where(and(eq(deliveries.merchantId, ctx.merchantId), eq(deliveries.messageId, messageId)))
    .orderBy(asc(deliveries.part));
  const state = combineStates(parts.map((part) => part.state));
  const ofMessage = and(eq(messages.merchantId, ctx.merchantId), eq(messages.id, messageId));
  const [before] = await tx.select({ state: messages.deliveryState }).from(messages).where(ofMessage);
  if (!before || before.state === state) return;
  await tx.update(messages).set({ deliveryState: state }).where(ofMessage);
  await onChange(tx, ctx, messageId);
}

/** What a platform says later of a message: it goes forward only, since such news may come out of order. */
export function isNews(before: DeliveryState, after: "sent" | "delivered" | "read" | "failed"): boolean {
  if (after === "failed") return before === "sent" || before === "unknown";
  return before === "unknown" || (STEPS[after] ?? 0) > (STEPS[before] ?? 3);
}
