import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { knowledgeArticles } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { announceChange, type VersionRow } from "./internal";
import { type EncodedPiece, encodePieces, linkedQuestions, piecesOf, replacePassages } from "./passages";

/** A version with its pieces as the model reads them. */
export interface Publication {
  version: VersionRow;
  pieces: EncodedPiece[];
}

/** Versions never change, so they can be encoded before the transaction that publishes them, whoever saves meanwhile. */
export async function encodeVersions(versions: readonly VersionRow[]): Promise<Publication[]> {
  const pieces = versions.map(piecesOf);
  const encoded = await encodePieces(pieces.flat());
  let at = 0;
  return versions.map((version, i) => {
    const start = at;
    at += pieces[i]!.length;
    return { version, pieces: encoded.slice(start, at) };
  });
}

/** Makes versions those that are read and found, one an article, with the questions that were linked to it. */
export async function publishVersions(
  tx: Transaction,
  ctx: Context,
  publications: readonly Publication[],
): Promise<void> {
  const ids = publications.map(({ version }) => version.articleId);
  const articles = await tx
    .select({ id: knowledgeArticles.id, language: knowledgeArticles.language })
    .from(knowledgeArticles)
    .where(and(eq(knowledgeArticles.merchantId, ctx.merchantId), inArray(knowledgeArticles.id, ids)))
    .orderBy(asc(knowledgeArticles.id))
    .for("update");
  // Read under the lock, which linking takes too: no question is lost between.
  const questions = await linkedQuestions(tx, ctx, ids);
  const encoded = await encodePieces(questions);
  const replaced = articles.map((article) => ({
    article,
    pieces: [
      ...publications.find(({ version }) => version.articleId === article.id)!.pieces,
      ...encoded.filter((_, at) => questions[at]!.articleId === article.id),
    ],
  }));
  await replacePassages(tx, ctx, replaced);
  const published = publications.map(({ version }) => ({ id: version.articleId, number: version.number }));
  await tx.execute(sql`
    UPDATE knowledge_articles a SET status = 'published', published_version = p.number,
      updated_at = ${ctx.now().toISOString()}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(published)}::jsonb) AS p(id uuid, number integer)
    WHERE a.merchant_id = ${ctx.merchantId} AND a.id = p.id`);
  await announceChange(tx, ctx);
}
