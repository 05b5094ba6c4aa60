import { and, asc, eq, inArray, lt, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { conversations, conversationTerms, messages } from "@/db/schema";
import { beforeCommit, inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { requirePermission } from "@/lib/core/permissions";
import { searchTerms } from "@/lib/intelligence/retrieval";

/** Goes up when texts are cut into terms in another way: all conversations are then indexed anew. */
export const TERMS_VERSION = 1;

const AT_A_TIME = 100;

/** Words of conversations that one transaction writes: conversation, then term. */
type NewTerms = Map<string, Set<string>>;
const gathered = new WeakMap<Transaction, NewTerms>();

/**
 * Makes a message's words searchable, with the message itself: those of one transaction are stored at its end,
 * together. Activities are worded by the page and have none.
 */
export function addTerms(tx: Transaction, ctx: Context, conversationId: string, text: string): void {
  let terms = gathered.get(tx);
  if (!terms) {
    const first: NewTerms = new Map();
    gathered.set(tx, first);
    beforeCommit(tx, (last) => storeTerms(last, ctx, first));
    terms = first;
  }
  const own = terms.get(conversationId) ?? new Set();
  terms.set(conversationId, own);
  for (const term of searchTerms(text)) own.add(term);
}

/** One document instead of a value a term: the statement stays the same whatever is written, and is prepared once. */
async function storeTerms(tx: Transaction, ctx: Context, terms: NewTerms): Promise<void> {
  const written = Object.fromEntries([...terms].map(([id, own]) => [id, [...own]]));
  await tx.execute(sql`
    INSERT INTO conversation_terms (merchant_id, conversation_id, term)
    SELECT ${ctx.merchantId}::uuid, conversation_id::uuid, term
    FROM jsonb_each(${JSON.stringify(written)}::jsonb) AS written (conversation_id, terms),
      jsonb_array_elements_text(terms) AS term
    ON CONFLICT DO NOTHING`);
}

/**
 * Indexes what was written past `addTerms`: before there was an index, under an earlier version, or by a bulk load.
 * A transaction for each hundred, so that nobody waits long for a conversation. @returns how many were indexed.
 */
export async function indexConversations(ctx: Context): Promise<number> {
  requirePermission(ctx, "conversations:write");
  let indexed = 0;
  for (let done = AT_A_TIME; done === AT_A_TIME; indexed += done) done = await indexSome(ctx);
  return indexed;
}

function indexSome(ctx: Context): Promise<number> {
  return inTenant(ctx, async ({ tx, ctx }) => {
    const rows = await tx
      .select({ id: conversations.id })
      .from(conversations)
      .where(and(eq(conversations.merchantId, ctx.merchantId), lt(conversations.termsVersion, TERMS_VERSION)))
      .orderBy(asc(conversations.id))
      .limit(AT_A_TIME)
      // A message that is being received holds its conversation, and adds its own words.
      .for("update");
    const ids = rows.map(({ id }) => id);
    if (ids.length === 0) return 0;
    const spoken = await tx
      .select({ conversationId: messages.conversationId, text: messages.text })
      .from(messages)
      .where(
        and(
          eq(messages.merchantId, ctx.merchantId),
          inArray(messages.conversationId, ids),
          inArray(messages.author, ["customer", "bot", "agent", "note"]),
        ),
      );
    const texts = new Map<string, string>();
    for (const { conversationId, text } of spoken)
      texts.set(conversationId, `${texts.get(conversationId) ?? ""}\n${text}`);
    await tx
      .delete(conversationTerms)
      .where(
        and(eq(conversationTerms.merchantId, ctx.merchantId), inArray(conversationTerms.conversationId, ids)),
      );
    for (const [conversationId, text] of texts) addTerms(tx, ctx, conversationId, text);
    await tx
      .update(conversations)
      .set({ termsVersion: TERMS_VERSION })
      .where(and(eq(conversations.merchantId, ctx.merchantId), inArray(conversations.id, ids)));
    return ids.length;
  });
}
