import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { knowledgeArticles, knowledgeArticleVersions } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import type { ArticleContent } from "./schemas";

export type ArticleRow = typeof knowledgeArticles.$inferSelect;
export type VersionRow = typeof knowledgeArticleVersions.$inferSelect;

/** Who acts, as rows keep it for later readers. */
export function actorName(ctx: Context): string {
  return ctx.actor.type === "customer" ? "customer" : ctx.actor.name;
}

export function ofArticle(ctx: Context, id: string) {
  return and(eq(knowledgeArticles.merchantId, ctx.merchantId), eq(knowledgeArticles.id, id));
}

/** The article, held until the transaction ends: its saves take turns. @throws AppError `not_found`. */
export async function lockArticle(tx: Transaction, ctx: Context, id: string): Promise<ArticleRow> {
  const [row] = await tx.select().from(knowledgeArticles).where(ofArticle(ctx, id)).for("update");
  if (!row) throw notFound("article");
  return row;
}

/** @throws AppError `not_found`. */
export async function readVersion(
  tx: Transaction,
  ctx: Context,
  articleId: string,
  number: number,
): Promise<VersionRow> {
  const [row] = await tx
    .select()
    .from(knowledgeArticleVersions)
    .where(
      and(
        eq(knowledgeArticleVersions.merchantId, ctx.merchantId),
        eq(knowledgeArticleVersions.articleId, articleId),
        eq(knowledgeArticleVersions.number, number),
      ),
    );
  if (!row) throw notFound("version of this article");
  return row;
}

export async function insertVersion(
  tx: Transaction,
  ctx: Context,
  articleId: string,
  number: number,
  content: ArticleContent,
  restoredFrom: number | null = null,
): Promise<void> {
  await tx
    .insert(knowledgeArticleVersions)
    .values(versionValues(ctx, articleId, number, content, restoredFrom));
}

export function versionValues(
  ctx: Context,
  articleId: string,
  number: number,
  content: ArticleContent,
  restoredFrom: number | null = null,
) {
  return {
    ...content,
    merchantId: ctx.merchantId,
    articleId,
    number,
    validFrom: toDate(content.validFrom),
    validUntil: toDate(content.validUntil),
    restoredFrom,
    userId: ctx.actor.type === "user" ? ctx.actor.id : null,
    authorName: actorName(ctx),
    createdAt: ctx.now(),
  };
}

/** What a version says, as a save takes it. */
export function contentOf(row: VersionRow): ArticleContent {
  const { title, body, tags, audience } = row;
  return { title, body, tags, audience, validFrom: toIso(row.validFrom), validUntil: toIso(row.validUntil) };
}

export function isSameContent(a: ArticleContent, b: ArticleContent): boolean {
  const flat = ({ title, body, tags, audience, validFrom, validUntil }: ArticleContent) =>
    JSON.stringify([title, body, [...tags].sort(), audience, validFrom, validUntil]);
  return flat(a) === flat(b);
}

/** Tells every process that what search reads has changed. Last in a transaction: it makes a shop's changes take turns. */
export async function announceChange(tx: Transaction, ctx: Context): Promise<void> {
  await tx.execute(sql`
    INSERT INTO knowledge_revisions (merchant_id, revision, transaction_id)
    VALUES (${ctx.merchantId}, 1, pg_current_xact_id()::text)
    ON CONFLICT (merchant_id) DO UPDATE SET
      revision = knowledge_revisions.revision + 1, transaction_id = excluded.transaction_id`);
}

export function toIso(value: Date | null): string | null {
  return value?.toISOString() ?? null;
}

function toDate(value: string | null): Date | null {
  return value === null ? null : new Date(value);
}
