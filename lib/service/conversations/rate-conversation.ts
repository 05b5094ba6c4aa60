import type { Transaction } from "@/db/client";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { insertActivity, lockConversation, updateConversation } from "./internal";
import { getConversation } from "./queries";
import { type ConversationDto, conversationIdInput, rateInput } from "./schemas";

interface Rating {
  score: number;
  comment?: string | undefined;
}

/** Stores a customer's rating that an integration passes on; a later one replaces it. */
export async function rateConversation(ctx: Context, raw: { id: string } & Rating): Promise<ConversationDto> {
  requirePermission(ctx, "conversations:write");
  const { id } = parseInput(conversationIdInput, raw);
  const rating = parseInput(rateInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    await lockConversation(tx, ctx, id);
    await storeRating(tx, ctx, id, rating);
    return getConversation(ctx, { id });
  });
}

export async function storeRating(tx: Transaction, ctx: Context, id: string, rating: Rating): Promise<void> {
  await insertActivity(tx, ctx, id, { type: "rated", detail: String(rating.score) }, ctx.now());
  await updateConversation(tx, ctx, id, { rating: rating.score, ratingComment: rating.comment ?? null });
}
