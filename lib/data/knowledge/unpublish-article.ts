import { and, eq } from "drizzle-orm";
import { knowledgeArticles, knowledgePassages } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit";
import { announceChange, lockArticle, ofArticle } from "./internal";
import { readArticle } from "./queries";
import { type ArticleDto, type ArticleIdInput, articleIdInput } from "./schemas";

/**
 * Makes a draft of a published or archived article: customers and the bot find it no more, the shop keeps working on
 * it. A draft stays as it is.
 */
export async function unpublishArticle(ctx: Context, raw: ArticleIdInput): Promise<ArticleDto> {
  requirePermission(ctx, "knowledge:write");
  const { id } = parseInput(articleIdInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const { status } = await lockArticle(tx, ctx, id);
    if (status === "draft") return readArticle(tx, ctx, id);
    await tx
      .update(knowledgeArticles)
      .set({ status: "draft", publishedVersion: null, updatedAt: ctx.now() })
      .where(ofArticle(ctx, id));
    await tx
      .delete(knowledgePassages)
      .where(and(eq(knowledgePassages.merchantId, ctx.merchantId), eq(knowledgePassages.articleId, id)));
    await recordAudit(tx, ctx, { action: "article.unpublished", subject: { type: "article", id } });
    if (status === "published") await announceChange(tx, ctx);
    return readArticle(tx, ctx, id);
  });
}
