import type { Transaction } from "@/db/client";
import { knowledgeArticles } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit";
import { announceChange, lockArticle, ofArticle, readVersion, type VersionRow } from "./internal";
import { type EncodedPiece, encodePieces, linkedQuestions, piecesOf, replacePassages } from "./passages";
import { readArticle } from "./queries";
import { type ArticleDto, type PublishArticleInput, publishArticleInput } from "./schemas";

/**
 * Makes a version the one that is read and found, from the next search on in every process; the latest unless told
 * otherwise. Brings an archived article back. Publishing what is published changes nothing.
 */
export async function publishArticle(ctx: Context, raw: PublishArticleInput): Promise<ArticleDto> {
  requirePermission(ctx, "knowledge:write");
  const { id, version: wanted } = parseInput(publishArticleInput, raw);
  const { version, isPublished } = await inTenant(ctx, async ({ tx, ctx }) => {
    const article = await readArticle(tx, ctx, id);
    const version = await readVersion(tx, ctx, id, wanted ?? article.latestVersion);
    return { version, isPublished: article.publishedVersion === version.number };
  });
  // Versions never change, so what is encoded here is what is published below, whoever saves meanwhile.
  const pieces = isPublished ? [] : await encodePieces(piecesOf(version));
  return inTenant(ctx, async ({ tx, ctx }) => {
    if (!isPublished) await publishVersion(tx, ctx, version, pieces);
    return readArticle(tx, ctx, id);
  });
}

async function publishVersion(
  tx: Transaction,
  ctx: Context,
  version: VersionRow,
  pieces: readonly EncodedPiece[],
): Promise<void> {
  const article = await lockArticle(tx, ctx, version.articleId);
  const questions = await encodePieces(await linkedQuestions(tx, ctx, article.id));
  await replacePassages(tx, ctx, article, [...pieces, ...questions]);
  await tx
    .update(knowledgeArticles)
    .set({ status: "published", publishedVersion: version.number, updatedAt: ctx.now() })
    .where(ofArticle(ctx, article.id));
  await recordAudit(tx, ctx, {
    action: "article.published",
    subject: { type: "article", id: article.id },
    details: { version: version.number },
  });
  await announceChange(tx, ctx);
}
