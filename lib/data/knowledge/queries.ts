import { and, desc, eq, ne, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { olderThan } from "@/db/keyset";
import { knowledgeArticles, knowledgeArticleVersions } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { decodeCursor, decodeInstantCursor, type Page, toPage } from "@/lib/core/pagination";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { afterCursor, likePattern, type SortOrder } from "../records";
import { type ArticleRow, ofArticle, readVersion, toIso, type VersionRow } from "./internal";
import {
  type ArticleDto,
  type ArticleIdInput,
  type ArticleState,
  type ArticleSummaryDto,
  type ArticleVersionDto,
  articleIdInput,
  type ListArticlesInput,
  type ListVersionsInput,
  listArticlesInput,
  listVersionsInput,
} from "./schemas";

/** Articles by their latest version, the most recently changed first; archived ones only when asked for. */
export async function listArticles(
  ctx: Context,
  raw: ListArticlesInput = {},
): Promise<Page<ArticleSummaryDto>> {
  requirePermission(ctx, "knowledge:read");
  const input = parseInput(listArticlesInput, raw);
  const after = decodeInstantCursor(input.cursor);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const rows = await tx
      .select({ article: knowledgeArticles, version: knowledgeArticleVersions })
      .from(knowledgeArticles)
      .innerJoin(knowledgeArticleVersions, isLatestVersion)
      .where(
        and(
          eq(knowledgeArticles.merchantId, ctx.merchantId),
          input.status
            ? eq(knowledgeArticles.status, input.status)
            : ne(knowledgeArticles.status, "archived"),
          input.language ? eq(knowledgeArticles.language, input.language) : undefined,
          input.audience ? eq(knowledgeArticleVersions.audience, input.audience) : undefined,
          input.tag ? sql`${input.tag} = ANY(${knowledgeArticleVersions.tags})` : undefined,
          input.q
            ? sql`${knowledgeArticleVersions.title} ILIKE ${likePattern(input.q, "anywhere")}`
            : undefined,
          olderThan(knowledgeArticles.updatedAt, knowledgeArticles.id, after),
        ),
      )
      .orderBy(desc(knowledgeArticles.updatedAt), desc(knowledgeArticles.id))
      .limit(input.limit + 1);
    return toPage(
      rows,
      input.limit,
      ({ article, version }) => toSummary(article, version),
      ({ article }) => ({ value: article.updatedAt.toISOString(), id: article.id }),
    );
  });
}

/** One article with its latest text and its translations. */
export async function getArticle(ctx: Context, raw: ArticleIdInput): Promise<ArticleDto> {
  requirePermission(ctx, "knowledge:read");
  const { id } = parseInput(articleIdInput, raw);
  return inTenant(ctx, ({ tx, ctx }) => readArticle(tx, ctx, id));
}

/** All that an article has said, newest first. */
export async function listVersions(ctx: Context, raw: ListVersionsInput): Promise<Page<ArticleVersionDto>> {
  requirePermission(ctx, "knowledge:read");
  const { id, limit, cursor } = parseInput(listVersionsInput, raw);
  const order: SortOrder = {
    value: sql`${knowledgeArticleVersions.number}`,
    type: "bigint",
    id: sql`${knowledgeArticleVersions.articleId}`,
    descending: true,
  };
  const position = afterCursor(order, decodeCursor(cursor));
  return inTenant(ctx, async ({ tx, ctx }) => {
    const [article] = await tx.select().from(knowledgeArticles).where(ofArticle(ctx, id));
    if (!article) throw notFound("article");
    const { merchantId, articleId, number } = knowledgeArticleVersions;
    const rows = await tx
      .select()
      .from(knowledgeArticleVersions)
      .where(and(eq(merchantId, ctx.merchantId), eq(articleId, id), position))
      .orderBy(desc(number))
      .limit(limit + 1);
    return toPage(
      rows,
      limit,
      (row) => toVersionDto(row, article),
      (row) => ({ value: String(row.number), id }),
    );
  });
}

/** @throws AppError `not_found`. */
export async function readArticle(tx: Transaction, ctx: Context, id: string): Promise<ArticleDto> {
  const [article] = await tx.select().from(knowledgeArticles).where(ofArticle(ctx, id));
  if (!article) throw notFound("article");
  const version = await readVersion(tx, ctx, id, article.latestVersion);
  const { publishedVersion } = article;
  const published =
    publishedVersion === null || publishedVersion === version.number
      ? version
      : await readVersion(tx, ctx, id, publishedVersion);
  return {
    ...toSummary(article, version),
    body: version.body,
    state: stateOf(article.status, published, ctx.now()),
    translations: await readTranslations(tx, ctx, article),
  };
}

/** Joins an article with what it says now. */
export const isLatestVersion = and(
  eq(knowledgeArticleVersions.merchantId, knowledgeArticles.merchantId),
  eq(knowledgeArticleVersions.articleId, knowledgeArticles.id),
  eq(knowledgeArticleVersions.number, knowledgeArticles.latestVersion),
);

async function readTranslations(tx: Transaction, ctx: Context, article: ArticleRow) {
  return tx
    .select({
      id: knowledgeArticles.id,
      language: knowledgeArticles.language,
      title: knowledgeArticleVersions.title,
      status: knowledgeArticles.status,
    })
    .from(knowledgeArticles)
    .innerJoin(knowledgeArticleVersions, isLatestVersion)
    .where(
      and(
        eq(knowledgeArticles.merchantId, ctx.merchantId),
        eq(knowledgeArticles.translationGroupId, article.translationGroupId),
        ne(knowledgeArticles.id, article.id),
      ),
    )
    .orderBy(knowledgeArticles.language);
}

/** What readers find: of a published article by the validity of what is published. */
function stateOf(status: ArticleRow["status"], published: VersionRow, now: Date): ArticleState {
  if (status !== "published") return status;
  if (published.validUntil !== null && published.validUntil <= now) return "expired";
  return published.validFrom !== null && published.validFrom > now ? "scheduled" : "published";
}

function toSummary(article: ArticleRow, version: VersionRow): ArticleSummaryDto {
  return {
    id: article.id,
    language: article.language,
    externalId: article.externalId,
    status: article.status,
    title: version.title,
    tags: version.tags,
    audience: version.audience,
    validFrom: toIso(version.validFrom),
    validUntil: toIso(version.validUntil),
    latestVersion: article.latestVersion,
    publishedVersion: article.publishedVersion,
    sourceConversationId: article.sourceConversationId,
    createdAt: article.createdAt.toISOString(),
    updatedAt: article.updatedAt.toISOString(),
  };
}

function toVersionDto(row: VersionRow, article: ArticleRow): ArticleVersionDto {
  return {
    number: row.number,
    title: row.title,
    body: row.body,
    tags: row.tags,
    audience: row.audience,
    validFrom: toIso(row.validFrom),
    validUntil: toIso(row.validUntil),
    isPublished: row.number === article.publishedVersion,
    restoredFrom: row.restoredFrom,
    authorName: row.authorName,
    createdAt: row.createdAt.toISOString(),
  };
}
