import { and, asc, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import {
  knowledgeArticles,
  knowledgeArticleVersions,
  knowledgePassages,
  knowledgeRevisions,
} from "@/db/schema";
import type { Context } from "@/lib/core/context";
import {
  findShopConcepts,
  indexDocuments,
  type SearchDocument,
  type SearchIndex,
  type SearchText,
} from "@/lib/intelligence/retrieval";
import { modelKey, readTextModelCard } from "@/lib/platform/models/text-model";
import { encodePieces, readTerms, toFloats } from "./passages";
import type { ArticleLanguage } from "./schemas";

/** What a document of the index is a piece of. */
export interface IndexedPiece {
  articleId: string;
  groupId: string;
  version: number;
  language: ArticleLanguage;
  audience: "customers" | "agents";
  validFrom: Date | null;
  validUntil: Date | null;
  title: string;
  heading: string;
  text: string;
}

export interface KnowledgeIndex {
  /** Whether passages wait to be encoded by the model of today. */
  hasStale: boolean;
  search: SearchIndex;
  /** In the order of the index's documents. */
  pieces: readonly IndexedPiece[];
}

/** Indexes of this process by shop, the latest used last; a passage takes some 3 KB. */
const indexes = new Map<string, Promise<KnowledgeIndex> & { key?: string }>();
const MAX_INDEXES = 16;
/** Encoded anew in one search at most, some two seconds. */
const MAX_STALE = 200;

/**
 * What a shop has published, ready to be searched. One lookup by primary key says whether something changed since this
 * process read it; searches that come at once share one reading. Passages that another model encoded are encoded anew
 * and stored, some at each search; those that still wait are found by their words.
 */
export async function readKnowledgeIndex(tx: Transaction, ctx: Context): Promise<KnowledgeIndex> {
  const key = `${await readRevision(tx, ctx)} ${modelKey(await readTextModelCard())}`;
  // The revision is read first: what is read after it may be newer, and is then read again at the next search.
  const known = indexes.get(ctx.merchantId);
  const index = known?.key === key ? known : Object.assign(makeIndex(tx, ctx), { key });
  indexes.delete(ctx.merchantId);
  indexes.set(ctx.merchantId, index);
  for (const oldest of indexes.keys()) {
    if (indexes.size <= MAX_INDEXES) break;
    indexes.delete(oldest);
  }
  try {
    const made = await index;
    if (made.hasStale) forget(ctx.merchantId, index);
    return made;
  } catch (error) {
    forget(ctx.merchantId, index);
    throw error;
  }
}

function forget(merchantId: string, index: Promise<KnowledgeIndex>): void {
  if (indexes.get(merchantId) === index) indexes.delete(merchantId);
}

async function readRevision(tx: Transaction, ctx: Context): Promise<string> {
  const [row] = await tx
    .select({ revision: knowledgeRevisions.revision, transactionId: knowledgeRevisions.transactionId })
    .from(knowledgeRevisions)
    .where(eq(knowledgeRevisions.merchantId, ctx.merchantId));
  return row ? `${row.revision}/${row.transactionId}` : "none";
}

type PassageRow = typeof knowledgePassages.$inferSelect;
type Row = { passage: PassageRow } & Omit<IndexedPiece, "heading" | "text">;

async function makeIndex(tx: Transaction, ctx: Context): Promise<KnowledgeIndex> {
  const rows = await readPassages(tx, ctx);
  const hasStale = await encodeStale(tx, ctx, rows);
  const documents: SearchDocument[] = [];
  const pieces: IndexedPiece[] = [];
  for (const ofArticle of groupByArticle(rows)) {
    const texts = ofArticle.map(({ passage }) => toSearchText(passage));
    const title = texts[0]!;
    const firstBody = texts[1] ?? title;
    ofArticle.forEach(({ passage, ...article }, at) => {
      if (passage.kind === "title") return;
      const isBody = passage.kind === "body";
      documents.push(isBody ? { title, body: texts[at]! } : { title: texts[at]!, body: firstBody });
      const shown = isBody ? passage : ofArticle[1]!.passage;
      pieces.push({ ...article, heading: shown.heading, text: shown.text });
    });
  }
  return { hasStale, search: indexDocuments(documents), pieces };
}

async function readPassages(tx: Transaction, ctx: Context): Promise<Row[]> {
  return tx
    .select({
      passage: knowledgePassages,
      articleId: knowledgeArticles.id,
      groupId: knowledgeArticles.translationGroupId,
      version: knowledgeArticleVersions.number,
      language: knowledgeArticles.language,
      audience: knowledgeArticleVersions.audience,
      validFrom: knowledgeArticleVersions.validFrom,
      validUntil: knowledgeArticleVersions.validUntil,
      title: knowledgeArticleVersions.title,
    })
    .from(knowledgePassages)
    .innerJoin(
      knowledgeArticles,
      and(
        eq(knowledgeArticles.merchantId, knowledgePassages.merchantId),
        eq(knowledgeArticles.id, knowledgePassages.articleId),
      ),
    )
    .innerJoin(
      knowledgeArticleVersions,
      and(
        eq(knowledgeArticleVersions.merchantId, knowledgeArticles.merchantId),
        eq(knowledgeArticleVersions.articleId, knowledgeArticles.id),
        eq(knowledgeArticleVersions.number, knowledgeArticles.publishedVersion),
      ),
    )
    .where(eq(knowledgePassages.merchantId, ctx.merchantId))
    .orderBy(asc(knowledgePassages.articleId), asc(knowledgePassages.ordinal));
}

/** After the text model was replaced: what the old one said means nothing beside what the new one says. */
async function encodeStale(tx: Transaction, ctx: Context, rows: readonly Row[]): Promise<boolean> {
  const model = modelKey(await readTextModelCard());
  const stale = rows.map(({ passage }) => passage).filter((passage) => passage.model !== model);
  const now = stale.slice(0, MAX_STALE);
  const encoded = await encodePieces(now);
  const terms = await readTermsOf(tx, rows, now);
  for (const [at, passage] of now.entries()) {
    const { embedding, intents } = encoded[at]!;
    const read = { terms: terms.get(passage.id)!, embedding, intents };
    Object.assign(passage, read);
    await tx
      .update(knowledgePassages)
      .set({ model, ...read })
      .where(and(eq(knowledgePassages.merchantId, ctx.merchantId), eq(knowledgePassages.id, passage.id)));
  }
  for (const passage of stale.slice(MAX_STALE)) {
    passage.embedding = new Uint8Array(passage.embedding.length);
    passage.intents = new Uint8Array(passage.intents.length);
  }
  return stale.length > MAX_STALE;
}

/** Words are cut by the same hand as they are encoded, so that an index is of one making. */
async function readTermsOf(
  tx: Transaction,
  rows: readonly Row[],
  passages: readonly PassageRow[],
): Promise<Map<string, string[]>> {
  const wanted = new Set(passages.map(({ id }) => id));
  const terms = new Map<string, string[]>();
  for (const language of new Set(rows.map((row) => row.language))) {
    const own = rows.filter((row) => row.language === language && wanted.has(row.passage.id));
    const texts = own.map(({ passage }) => `${passage.heading}\n${passage.text}`);
    const read = texts.length > 0 ? await readTerms(tx, texts, language) : [];
    for (const [at, { passage }] of own.entries()) terms.set(passage.id, read[at]!);
  }
  return terms;
}

function groupByArticle(rows: readonly Row[]): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.articleId);
    if (group) group.push(row);
    else groups.set(row.articleId, [row]);
  }
  return [...groups.values()];
}

function toSearchText(passage: PassageRow): SearchText {
  return {
    terms: passage.terms,
    concepts: findShopConcepts(`${passage.heading}\n${passage.text}`),
    embedding: toFloats(passage.embedding),
    intents: toFloats(passage.intents),
  };
}
