import { and, eq, gte, ilike, inArray, lt, or, type SQL } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { channelContacts, conversations, conversationTerms, customers } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { likePattern } from "@/lib/data/records";
import { readSearchQuery, type WantedTerm } from "@/lib/intelligence/retrieval";

/** Sorts after every text that goes on: the column is ordered by code points. */
const LAST = "\u{10FFFF}";

/**
 * Conversations whose words hold all that is looked for, and those of customers with that name. Terms are compared for
 * equality or order alone, which are leakproof: under row-level security no other look-up may use the index.
 */
export function searchCondition(tx: Transaction, ctx: Context, q: string | undefined): SQL | undefined {
  if (!q) return undefined;
  const byName = or(ilike(customers.name, likePattern(q, "anywhere")), withContact(tx, ctx, q));
  const wanted = readSearchQuery(q);
  if (wanted.length === 0) return byName;
  return or(byName, and(...wanted.map((each) => inArray(conversations.id, holding(tx, ctx, each)))));
}

/** Strangers on a platform have the name that they have there. */
function withContact(tx: Transaction, ctx: Context, q: string) {
  const named = tx
    .select({ id: channelContacts.id })
    .from(channelContacts)
    .where(
      and(
        eq(channelContacts.merchantId, ctx.merchantId),
        ilike(channelContacts.name, likePattern(q, "anywhere")),
      ),
    );
  return inArray(conversations.channelContactId, named);
}

function holding(tx: Transaction, ctx: Context, { term, isPrefix }: WantedTerm) {
  return tx
    .select({ id: conversationTerms.conversationId })
    .from(conversationTerms)
    .where(
      and(
        // By value: tied to the outer row, the terms would be looked up again for every conversation.
        eq(conversationTerms.merchantId, ctx.merchantId),
        ...(isPrefix
          ? [gte(conversationTerms.term, term), lt(conversationTerms.term, term + LAST)]
          : [eq(conversationTerms.term, term)]),
      ),
    );
}
