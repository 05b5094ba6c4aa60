import { and, eq } from "drizzle-orm";
import { conversations, suggestionChoices } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { type ChooseSuggestionInput, chooseSuggestionInput, type SuggestionKind } from "./schemas";

/**
 * Remembers what became of a draft: one that was put away is not shown again, and the page of quality counts how many
 * are used. Too frequent for the audit log.
 */
export async function chooseSuggestion(ctx: Context, raw: ChooseSuggestionInput): Promise<void> {
  requirePermission(ctx, "conversations:write");
  const { conversationId, key, choice } = parseInput(chooseSuggestionInput, raw);
  await inTenant(ctx, async ({ tx, ctx }) => {
    const [known] = await tx
      .select({ id: conversations.id })
      .from(conversations)
      .where(and(eq(conversations.merchantId, ctx.merchantId), eq(conversations.id, conversationId)));
    if (!known) throw notFound("conversation");
    const isThis = and(
      eq(suggestionChoices.merchantId, ctx.merchantId),
      eq(suggestionChoices.conversationId, conversationId),
      eq(suggestionChoices.key, key),
    );
    if (choice === null) {
      await tx.delete(suggestionChoices).where(isThis);
      return;
    }
    const made = {
      choice,
      userId: ctx.actor.type === "user" ? ctx.actor.id : null,
      createdAt: ctx.now(),
    };
    await tx
      .insert(suggestionChoices)
      .values({
        ...{ merchantId: ctx.merchantId, conversationId, key, ...made },
        kind: key.split("-")[0] as SuggestionKind,
      })
      .onConflictDoUpdate({
        target: [suggestionChoices.merchantId, suggestionChoices.conversationId, suggestionChoices.key],
        set: made,
      });
  });
}
