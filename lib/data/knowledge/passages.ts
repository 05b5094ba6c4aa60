import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { knowledgePassages, unansweredQuestions } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { segmentHan, softenIntents, splitPassages } from "@/lib/intelligence/retrieval";
import { toSimplified } from "@/lib/intelligence/text";
import { encodeTexts } from "@/lib/platform/models/encode-texts";
import { modelKey, readTextModelCard } from "@/lib/platform/models/text-model";
import type { ArticleLanguage } from "./schemas";

/** A piece of an article before it is encoded. */
export interface Piece {
  kind: "title" | "body" | "question";
  heading: string;
  text: string;
}

export interface EncodedPiece extends Piece {
  model: string;
  embedding: Uint8Array;
  intents: Uint8Array;
}

/** An article's title, then its text in passages; one that is all headings still has its title to be found by. */
export function piecesOf({ title, body }: { title: string; body: string }): Piece[] {
  const passages = splitPassages(body);
  return [
    { kind: "title", heading: "", text: title },
    ...(passages.length > 0 ? passages : [{ heading: "", text: title }]).map(
      (passage): Piece => ({ kind: "body", ...passage }),
    ),
  ];
}

/** Some 10 ms a piece: outside a transaction where it can be. */
export async function encodePieces(pieces: readonly Piece[]): Promise<EncodedPiece[]> {
  const model = modelKey(await readTextModelCard());
  const encoded = await encodeTexts(pieces.map(({ text }) => text));
  return pieces.map((piece, at) => ({
    ...piece,
    model,
    embedding: toBytes(encoded[at]!.embedding),
    intents: toBytes(softenIntents(encoded[at]!.logits)),
  }));
}

/** An article with what search is to read of it. */
export interface ArticlePieces {
  article: { id: string; language: ArticleLanguage };
  pieces: readonly EncodedPiece[];
}

/** Replaces what search reads of articles. */
export async function replacePassages(
  tx: Transaction,
  ctx: Context,
  replaced: readonly ArticlePieces[],
): Promise<void> {
  const ids = replaced.map(({ article }) => article.id);
  await tx
    .delete(knowledgePassages)
    .where(and(eq(knowledgePassages.merchantId, ctx.merchantId), inArray(knowledgePassages.articleId, ids)));
  for (const one of replaced) await addPassages(tx, ctx, one);
}

export async function addPassages(
  tx: Transaction,
  ctx: Context,
  { article, pieces }: ArticlePieces,
  firstOrdinal = 0,
): Promise<void> {
  const terms = await readTerms(
    tx,
    pieces.map(({ heading, text }) => `${heading}\n${text}`),
    article.language,
  );
  await tx.insert(knowledgePassages).values(
    pieces.map((piece, at) => ({
      ...piece,
      merchantId: ctx.merchantId,
      id: newId(),
      articleId: article.id,
      ordinal: firstOrdinal + at,
      terms: terms[at]!,
    })),
  );
}

/** Questions that people linked to articles: other ways to ask for them. */
export async function linkedQuestions(
  tx: Transaction,
  ctx: Context,
  articleIds: readonly string[],
): Promise<(Piece & { articleId: string })[]> {
  const rows = await tx
    .select({ text: unansweredQuestions.text, articleId: unansweredQuestions.articleId })
    .from(unansweredQuestions)
    .where(
      and(
        eq(unansweredQuestions.merchantId, ctx.merchantId),
        inArray(unansweredQuestions.articleId, [...articleIds]),
        eq(unansweredQuestions.status, "linked"),
      ),
    )
    .orderBy(asc(unansweredQuestions.id));
  return rows.map(({ text, articleId }) => ({ kind: "question", heading: "", text, articleId: articleId! }));
}

/**
 * Words of texts as full text search keeps them, each as often as it stands there: stems by PostgreSQL's English and
 * Spanish (of both for a question, whatever its language), words as they are written (`w:`, for codes and names) and
 * pairs of Chinese characters (`zh:`).
 */
export async function readTerms(
  tx: Transaction,
  texts: readonly string[],
  language: ArticleLanguage | null,
): Promise<string[][]> {
  const rows = await tx.execute<{ terms: string[] }>(sql`
    SELECT coalesce((
      SELECT jsonb_agg(c.prefix || u.lexeme ORDER BY c.prefix, u.lexeme)
      FROM (VALUES ('en:', 'english'::regconfig), ('es:', 'spanish'::regconfig), ('w:', 'simple'::regconfig)) AS c(prefix, config)
      CROSS JOIN LATERAL unnest(to_tsvector(c.config, t.text)) u
      CROSS JOIN LATERAL generate_series(1, cardinality(u.positions))
      WHERE length(u.lexeme) <= 60
        AND (c.prefix = 'w:' OR ${language}::text IS NULL OR c.prefix = ${language} || ':')), '[]') AS terms
    FROM jsonb_array_elements_text(${JSON.stringify(texts)}::jsonb) WITH ORDINALITY AS t(text, place)
    ORDER BY t.place`);
  return rows.map(({ terms }, at) => [
    ...terms,
    ...hanWords(texts[at]!.normalize("NFKC")).map((word) => `zh:${word}`),
  ]);
}

/** In both scripts where it is written in traditional characters, so that each finds the other. */
function hanWords(text: string): string[] {
  const simplified = toSimplified(text);
  return simplified === text ? segmentHan(text) : [...segmentHan(text), ...segmentHan(simplified)];
}

export function toBytes(values: Float32Array): Uint8Array {
  return new Uint8Array(values.buffer.slice(values.byteOffset, values.byteOffset + values.byteLength));
}

export function toFloats(bytes: Uint8Array): Float32Array {
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}
