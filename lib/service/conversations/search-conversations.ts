import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { messages } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import type { Page } from "@/lib/core/pagination";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { markExcerpt, searchPieces } from "@/lib/intelligence/retrieval";
import { listConversations } from "./queries";
import {
  type ConversationHitDto,
  type SearchConversationsInput,
  type SearchHit,
  searchConversationsInput,
} from "./schemas";

/**
 * Conversations that hold all the words of `q`, in messages and notes or in the customer's name, the most recently
 * active first; each with the place of the message that holds most of them. Null where only the name fits.
 */
export async function searchConversations(
  ctx: Context,
  raw: SearchConversationsInput,
): Promise<Page<ConversationHitDto>> {
  requirePermission(ctx, "conversations:read");
  const input = parseInput(searchConversationsInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const { data, nextCursor } = await listConversations(ctx, input);
    const ids = data.map(({ id }) => id);
    const hits = await findHits(tx, ctx, ids, searchPieces(input.q));
    return { data: data.map((row) => ({ ...row, hit: hits.get(row.id) ?? null })), nextCursor };
  });
}

/** The best message of each conversation: with most of the pieces, by a person rather than the bot, and the latest. */
async function findHits(
  tx: Transaction,
  ctx: Context,
  ids: string[],
  pieces: string[],
): Promise<Map<string, SearchHit>> {
  const hits = new Map<string, SearchHit>();
  if (ids.length === 0 || pieces.length === 0) return hits;
  const spoken = await tx
    .select({
      id: messages.id,
      conversationId: messages.conversationId,
      author: messages.author,
      text: messages.text,
      createdAt: messages.createdAt,
    })
    .from(messages)
    .where(
      and(
        eq(messages.merchantId, ctx.merchantId),
        inArray(messages.conversationId, ids),
        inArray(messages.author, ["customer", "bot", "agent", "note"]),
      ),
    )
    .orderBy(messages.createdAt, messages.id);
  const best = new Map<string, number>();
  for (const { id, conversationId, author, text, createdAt } of spoken) {
    const excerpt = markExcerpt(text, pieces);
    const worth = 2 * excerpt.found + (author === "bot" ? 0 : 1);
    if (excerpt.found === 0 || worth < (best.get(conversationId) ?? 0)) continue;
    best.set(conversationId, worth);
    hits.set(conversationId, {
      messageId: id,
      author,
      createdAt: createdAt.toISOString(),
      parts: excerpt.parts,
    });
  }
  return hits;
}
