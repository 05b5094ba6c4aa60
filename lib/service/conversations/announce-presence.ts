import { and, eq } from "drizzle-orm";
import { conversations } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { AppError, notFound } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { publishPresence } from "@/lib/platform/live";
import { conversationIdInput, type PresenceInput, presenceInput } from "./schemas";

/**
 * Shows colleagues that an agent looks at a conversation. Kept nowhere: it has to be said again every few seconds,
 * and whoever stops saying it is taken to have gone.
 */
export async function announcePresence(ctx: Context, raw: PresenceInput & { id: string }): Promise<void> {
  requirePermission(ctx, "conversations:write");
  const { id } = parseInput(conversationIdInput, raw);
  const { state } = parseInput(presenceInput, raw);
  const { actor } = ctx;
  await inTenant(ctx, async ({ tx, ctx }) => {
    const [row] = await tx
      .select({ id: conversations.id })
      .from(conversations)
      .where(and(eq(conversations.merchantId, ctx.merchantId), eq(conversations.id, id)));
    if (!row) throw notFound("conversation");
    if (actor.type !== "user")
      throw new AppError("conflict", "An API key looks at nothing: only members are shown.");
    await publishPresence(tx, ctx, { conversationId: id, userId: actor.id, name: actor.name, state });
  });
}
