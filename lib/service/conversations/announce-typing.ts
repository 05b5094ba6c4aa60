import { and, eq } from "drizzle-orm";
import { conversations } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { publishTyping } from "@/lib/platform/live";
import { actorDisplayName } from "./internal";
import { conversationIdInput, typingInput } from "./schemas";

/** Shows colleagues and the customer that an agent is writing. */
export async function announceTyping(ctx: Context, raw: { id: string; isTyping: boolean }): Promise<void> {
  requirePermission(ctx, "conversations:write");
  const { id } = parseInput(conversationIdInput, raw);
  const { isTyping } = parseInput(typingInput, raw);
  await inTenant(ctx, async ({ tx, ctx }) => {
    const [row] = await tx
      .select({ id: conversations.id })
      .from(conversations)
      .where(and(eq(conversations.merchantId, ctx.merchantId), eq(conversations.id, id)));
    if (!row) throw notFound("conversation");
    await publishTyping(tx, ctx, {
      conversationId: id,
      author: "agent",
      name: actorDisplayName(ctx) ?? "",
      isTyping,
    });
  });
}
