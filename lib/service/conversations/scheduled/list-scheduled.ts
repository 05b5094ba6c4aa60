import { and, asc, eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { scheduledMessages, users } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import type { ScheduledMessageDto } from "./schemas";

/** What is still to go out in a conversation, or was held. */
export async function listScheduled(
  tx: Transaction,
  ctx: Context,
  conversationId: string,
): Promise<ScheduledMessageDto[]> {
  const rows = await tx
    .select({ message: scheduledMessages, authorName: users.name })
    .from(scheduledMessages)
    .innerJoin(users, eq(users.id, scheduledMessages.authorUserId))
    .where(
      and(
        eq(scheduledMessages.merchantId, ctx.merchantId),
        eq(scheduledMessages.conversationId, conversationId),
        inArray(scheduledMessages.state, ["waiting", "held"]),
      ),
    )
    .orderBy(asc(scheduledMessages.sendAt), asc(scheduledMessages.id));
  return rows.map(({ message, authorName }) => ({
    id: message.id,
    text: message.text,
    sendAt: message.sendAt.toISOString(),
    authorName,
    heldBecause: message.state === "held" ? (message.heldBecause ?? "customer_wrote") : null,
  }));
}
