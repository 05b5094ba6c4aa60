import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { scheduledMessages } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { insertActivity } from "../internal";
import type { HELD_BECAUSE } from "./schemas";

/**
 * Holds what waits in a conversation and tells the desk so. The conversation's row is locked by the caller, as it is
 * when one is sent: a reply is either out before, or held.
 * @param id this one alone.
 */
export async function holdScheduled(
  tx: Transaction,
  ctx: Context,
  conversationId: string,
  why: { because: (typeof HELD_BECAUSE)[number]; at: Date; id?: string },
): Promise<void> {
  const held = await tx
    .update(scheduledMessages)
    .set({ state: "held", heldBecause: why.because })
    .where(
      and(
        eq(scheduledMessages.merchantId, ctx.merchantId),
        eq(scheduledMessages.conversationId, conversationId),
        eq(scheduledMessages.state, "waiting"),
        why.id ? eq(scheduledMessages.id, why.id) : undefined,
      ),
    )
    .returning({ id: scheduledMessages.id });
  if (held.length === 0) return;
  const activity = { type: "held" as const, reason: why.because, detail: String(held.length) };
  await insertActivity(tx, ctx, conversationId, activity, why.at);
}
