import type { Transaction } from "@/db/client";
import { knowledgeArticles } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { AppError, notFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit";
import { insertArticles, type NewArticle } from "./insert-articles";
import { ofArticle } from "./internal";
import { publishArticle } from "./publish-article";
import { readArticle } from "./queries";
import { linkQuestion } from "./resolve-question";
import { type ArticleDto, type CreateArticleInput, createArticleInput } from "./schemas";

/**
 * Writes a new article, a draft unless it is to be published at once.
 * @throws AppError `conflict` where the external id or the translation in this language is there already.
 */
export async function createArticle(ctx: Context, raw: CreateArticleInput): Promise<ArticleDto> {
  requirePermission(ctx, "knowledge:write");
  const input = parseInput(createArticleInput, raw);
  const { language, externalId, translationOf, questionId, publish, ...content } = input;
  const draft = await inTenant(ctx, async ({ tx, ctx }) => {
    const groupId = translationOf ? await readGroup(tx, ctx, translationOf) : undefined;
    const id = await insertArticle(tx, ctx, { language, content, externalId, groupId });
    if (!id) throw taken(externalId, translationOf);
    if (questionId) await linkQuestion(ctx, { id: questionId, articleId: id });
    return readArticle(tx, ctx, id);
  });
  return publish ? publishArticle(ctx, { id: draft.id }) : draft;
}

/** Null where another article has its place: its external id, translation or source. */
export async function insertArticle(
  tx: Transaction,
  ctx: Context,
  article: Omit<NewArticle, "id">,
): Promise<string | null> {
  const [id] = await insertArticles(tx, ctx, [{ ...article, id: newId() }]);
  if (id === undefined) return null;
  await recordAudit(tx, ctx, {
    action: "article.created",
    subject: { type: "article", id },
    details: { title: article.content.title, language: article.language },
  });
  return id;
}

async function readGroup(tx: Transaction, ctx: Context, id: string): Promise<string> {
  const [row] = await tx
    .select({ groupId: knowledgeArticles.translationGroupId })
    .from(knowledgeArticles)
    .where(ofArticle(ctx, id));
  if (!row) throw notFound("article");
  return row.groupId;
}

function taken(externalId: string | undefined, translationOf: string | undefined): AppError {
  const path = translationOf ? "translationOf" : "externalId";
  const message = translationOf
    ? "This article has a translation in this language already. Change that one."
    : `There is an article “${externalId}” in this language already. Change that one, or choose another id.`;
  return new AppError("conflict", message, { issues: [{ path, message: "This is taken." }] });
}
