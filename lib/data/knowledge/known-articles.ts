import { and, asc, eq, inArray, or } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { knowledgeArticles, knowledgeArticleVersions } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { nearDuplicateKey } from "@/lib/intelligence/text";
import { type ArticleRow, contentOf } from "./internal";
import { isLatestVersion } from "./queries";
import type { ArticleContent, ArticleLanguage } from "./schemas";

interface Sought {
  language: ArticleLanguage;
  title: string;
  externalId?: string | undefined;
}

export interface KnownArticle {
  article: ArticleRow;
  /** Of its latest version. */
  content: ArticleContent;
}

export interface KnownArticles {
  /** By the merchant's own id; without one by title, the oldest where several have it. */
  find(article: Sought): KnownArticle | undefined;
  /** The group of the articles of this id in other languages, which are translations; else the one given. */
  groupOf(externalId: string | undefined, otherwise: string): string;
}

/** What a shop has of the articles of an import, in one read. */
export async function readKnownArticles(
  tx: Transaction,
  ctx: Context,
  articles: readonly Sought[],
): Promise<KnownArticles> {
  const rows = await selectKnown(tx, ctx, articles);
  const known = new Map<string, KnownArticle>();
  const groups = new Map<string, string>();
  for (const { article, version } of rows) {
    const { language, externalId, titleKey, translationGroupId } = article;
    const entry = { article, content: contentOf(version) };
    for (const key of [keyOf("id", language, externalId), keyOf("title", language, titleKey)])
      if (key && !known.has(key)) known.set(key, entry);
    if (externalId && !groups.has(externalId)) groups.set(externalId, translationGroupId);
  }
  return {
    find({ language, title, externalId }) {
      const key = externalId
        ? keyOf("id", language, externalId)
        : keyOf("title", language, nearDuplicateKey(title));
      return known.get(key!);
    },
    groupOf(externalId, otherwise) {
      if (!externalId) return otherwise;
      const group = groups.get(externalId) ?? otherwise;
      groups.set(externalId, group);
      return group;
    },
  };
}

function selectKnown(tx: Transaction, ctx: Context, articles: readonly Sought[]) {
  const externalIds = articles.flatMap(({ externalId }) => externalId ?? []);
  const titleKeys = articles
    .filter(({ externalId }) => !externalId)
    .map(({ title }) => nearDuplicateKey(title));
  return tx
    .select({ article: knowledgeArticles, version: knowledgeArticleVersions })
    .from(knowledgeArticles)
    .innerJoin(knowledgeArticleVersions, isLatestVersion)
    .where(
      and(
        eq(knowledgeArticles.merchantId, ctx.merchantId),
        or(
          inArray(knowledgeArticles.externalId, externalIds),
          inArray(knowledgeArticles.titleKey, titleKeys),
        ),
      ),
    )
    .orderBy(asc(knowledgeArticles.createdAt), asc(knowledgeArticles.id));
}

function keyOf(kind: "id" | "title", language: ArticleLanguage, value: string | null): string | null {
  return value === null ? null : `${kind} ${language} ${value}`;
}
