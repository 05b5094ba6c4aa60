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

/** Takes an article out of search and lists. Its versions stay; publishing brings it back. Twice changes nothing. */
export async function archiveArticle(ctx: Context, raw: ArticleIdInput): Promise<ArticleDto> {
  requirePermission(ctx, "knowledge:write");
  const { id } = parseInput(articleIdInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const article = await lockArticle(tx, ctx, id);
    if (article.status === "archived") return readArticle(tx, ctx, id);
    await tx
      .update(knowledgeArticles)
      .set({ status: "archived", publishedVersion: null, updatedAt: ctx.now() })
      .where(ofArticle(ctx, id));
    await tx
      .delete(knowledgePassages)
      .where(and(eq(knowledgePassages.merchantId, ctx.merchantId), eq(knowledgePassages.articleId, id)));
    await recordAudit(tx, ctx, { action: "article.archived", subject: { type: "article", id } });
    await announceChange(tx, ctx);
    return readArticle(tx, ctx, id);
  });
}
