import { desc } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { cannedReplies } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import {
  confidenceOf,
  findShopConcepts,
  indexDocuments,
  LEAST_CONFIDENCE,
  type SearchDocument,
  type SearchText,
  scoreEvidence,
  searchTerms,
  softenIntents,
  weighDocuments,
} from "@/lib/intelligence/retrieval";
import { encodeTexts } from "@/lib/platform/models/encode-texts";
import { readSubject, readValues } from "./fill-canned-reply";
import { type CannedReplyRow, visibleTo } from "./internal";
import type { ReplyLanguage } from "./schemas";
import { fillVariables } from "./variables";

export interface SuggestedCannedReply {
  id: string;
  name: string;
  text: string;
  missing: string[];
  confidence: number;
}

interface Wanted {
  conversationId: string;
  /** What the customer wrote. */
  text: string;
  language: ReplyLanguage;
  limit: number;
}

/** The most used are looked at; so many texts that this process has not read yet are read in one go, 10 ms each. */
const MOST_REPLIES = 200;
const MOST_NEW = 40;
const MOST_KEPT = 4_000;

/** Texts as search sees them, by themselves: what a text says does not depend on whose it is. */
const read = new Map<string, SearchText>();

/**
 * Canned replies of one language that answer a message, the best first, filled for the conversation. They are ranked as
 * the shop's articles are, by words, shop terms, meaning and intent. Being suggested is no use.
 */
export async function suggestCannedReplies(
  tx: Transaction,
  ctx: Context,
  { conversationId, text, language, limit }: Wanted,
): Promise<SuggestedCannedReply[]> {
  const rows = await tx
    .select()
    .from(cannedReplies)
    .where(visibleTo(ctx))
    .orderBy(desc(cannedReplies.timesUsed), desc(cannedReplies.id))
    .limit(MOST_REPLIES);
  const written = rows.filter(({ texts }) => texts[language]);
  if (written.length === 0) return [];
  const best = (await rank(written, text, language)).slice(0, limit);
  if (best.length === 0) return [];
  const values = await readValues(ctx, await readSubject(tx, ctx, conversationId));
  return best.map(({ row, confidence }) => ({
    ...{ id: row.id, name: row.name, confidence },
    ...fillVariables(row.texts[language]!, values),
  }));
}

async function rank(rows: readonly CannedReplyRow[], text: string, language: ReplyLanguage) {
  const titleOf = ({ name }: CannedReplyRow) => name.replace(/[-_]+/g, " ");
  const bodies = rows.map(({ texts }) => withoutVariables(texts[language]!));
  await readTexts([text, ...rows.map(titleOf), ...bodies]);
  const query = read.get(text)!;
  const known: { row: CannedReplyRow; document: SearchDocument }[] = rows.flatMap((row, at) => {
    const [title, body] = [read.get(titleOf(row)), read.get(bodies[at]!)];
    return title && body ? [{ row, document: { title, body } }] : [];
  });
  return weighDocuments(indexDocuments(known.map(({ document }) => document)), query)
    .map((evidence, at) => ({
      row: known[at]!.row,
      confidence: Math.round(confidenceOf(scoreEvidence(evidence)) * 1000) / 1000,
    }))
    .filter(({ confidence }) => confidence >= LEAST_CONFIDENCE)
    .sort((one, other) => other.confidence - one.confidence);
}

const withoutVariables = (text: string) => text.replace(/\{\{[^}]*\}\}/g, " ").trim();

/** The first is read whatever it costs; of the rest what there is room for, and more at the next message. */
async function readTexts(texts: readonly string[]): Promise<void> {
  const fresh = [...new Set(texts)].filter((text) => !read.has(text)).slice(0, MOST_NEW + 1);
  const encoded = await encodeTexts(fresh);
  for (const [at, text] of fresh.entries()) {
    const { embedding, logits } = encoded[at]!;
    read.set(text, {
      terms: searchTerms(text),
      concepts: findShopConcepts(text),
      embedding,
      intents: softenIntents(logits),
    });
  }
  for (const oldest of read.keys()) {
    if (read.size <= MOST_KEPT) break;
    read.delete(oldest);
  }
}
