import { and, eq } from "drizzle-orm";
import { messages, users } from "@/db/schema";
import type { OnStateChange } from "@/lib/platform/channels";
import { publishLive } from "@/lib/platform/live";
import { toMessageDto } from "./internal";

/** Shows the desk how far a message has come on its way to the customer. */
export const announceDelivery: OnStateChange = async (tx, ctx, messageId) => {
  const [row] = await tx
    .select({ message: messages, authorName: users.name })
    .from(messages)
    .leftJoin(users, eq(users.id, messages.authorUserId))
    .where(and(eq(messages.merchantId, ctx.merchantId), eq(messages.id, messageId)));
  if (!row) return;
  publishLive(tx, {
    conversationId: row.message.conversationId,
    type: "message",
    audience: "agents",
    payload: { message: toMessageDto(row.message, row.authorName) },
  });
};
