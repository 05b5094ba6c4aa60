import type { Transaction } from "@/db/client";
import { knowledgeArticles, knowledgeArticleVersions } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { nearDuplicateKey } from "@/lib/intelligence/text";
import { versionValues } from "./internal";
import type { ArticleContent, ArticleLanguage } from "./schemas";

export interface NewArticle {
  id: string;
  language: ArticleLanguage;
  content: ArticleContent;
  externalId?: string | undefined;
  /** Of the translations that it joins. */
  groupId?: string | undefined;
  sourceConversationId?: string | undefined;
}

const CHUNK = 100;

/**
 * Writes new articles, drafts with their first version.
 * @returns the ids of those that were written: another may have an article's external id, translation or source.
 */
export async function insertArticles(
  tx: Transaction,
  ctx: Context,
  articles: readonly NewArticle[],
): Promise<string[]> {
  const written: string[] = [];
  for (let start = 0; start < articles.length; start += CHUNK)
    written.push(...(await insertChunk(tx, ctx, articles.slice(start, start + CHUNK))));
  return written;
}

async function insertChunk(
  tx: Transaction,
  ctx: Context,
  articles: readonly NewArticle[],
): Promise<string[]> {
  const now = ctx.now();
  const rows = await tx
    .insert(knowledgeArticles)
    .values(
      articles.map(({ id, language, content, externalId, groupId, sourceConversationId }) => ({
        merchantId: ctx.merchantId,
        id,
        translationGroupId: groupId ?? id,
        language,
        externalId,
        titleKey: nearDuplicateKey(content.title),
        sourceConversationId,
        createdAt: now,
        updatedAt: now,
      })),
    )
    .onConflictDoNothing()
    .returning({ id: knowledgeArticles.id });
  const written = new Set(rows.map(({ id }) => id));
  const versions = articles.filter(({ id }) => written.has(id));
  if (versions.length > 0) {
    await tx
      .insert(knowledgeArticleVersions)
      .values(versions.map(({ id, content }) => versionValues(ctx, id, 1, content)));
  }
  return [...written];
}
