import { and, count, eq } from "drizzle-orm";
import { knowledgeArticles, unansweredQuestions } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { requirePermission } from "@/lib/core/permissions";
import type { KnowledgeCountsDto } from "./schemas";

/** How much waits for the shop: questions without an answer, and drafts, each language for itself. */
export async function countKnowledge(ctx: Context): Promise<KnowledgeCountsDto> {
  requirePermission(ctx, "knowledge:read");
  return inTenant(ctx, async ({ tx, ctx }) => {
    const [questions] = await tx
      .select({ total: count() })
      .from(unansweredQuestions)
      .where(and(eq(unansweredQuestions.merchantId, ctx.merchantId), eq(unansweredQuestions.status, "open")));
    const [drafts] = await tx
      .select({ total: count() })
      .from(knowledgeArticles)
      .where(and(eq(knowledgeArticles.merchantId, ctx.merchantId), eq(knowledgeArticles.status, "draft")));
    return { openQuestions: questions!.total, drafts: drafts!.total };
  });
}
