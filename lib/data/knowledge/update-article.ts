import type { Transaction } from "@/db/client";
import { knowledgeArticles } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { nearDuplicateKey } from "@/lib/intelligence/text";
import { recordAudit } from "@/lib/platform/audit";
import {
  type ArticleRow,
  contentOf,
  insertVersion,
  isSameContent,
  lockArticle,
  ofArticle,
  readVersion,
} from "./internal";
import { readArticle } from "./queries";
import {
  type ArticleContent,
  type ArticleDto,
  isPeriod,
  NO_PERIOD,
  type UpdateArticleInput,
  updateArticleInput,
} from "./schemas";

/**
 * Saves a new version. What customers read stays as it was until that version is published; a save that changes
 * nothing makes no version.
 * @throws AppError `conflict` where another version was saved since `expectedVersion`.
 */
export async function updateArticle(ctx: Context, raw: UpdateArticleInput): Promise<ArticleDto> {
  requirePermission(ctx, "knowledge:write");
  const { id, expectedVersion, ...changes } = parseInput(updateArticleInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const article = await lockArticle(tx, ctx, id);
    if (expectedVersion !== undefined && expectedVersion !== article.latestVersion) {
      throw new AppError(
        "conflict",
        `Version ${article.latestVersion} was saved since version ${expectedVersion}. Look at it, then save again.`,
      );
    }
    const before = contentOf(await readVersion(tx, ctx, id, article.latestVersion));
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    const content: ArticleContent = { ...before, ...given };
    if (!isPeriod(content)) {
      throw new AppError("invalid_input", NO_PERIOD.message, {
        issues: [{ path: "validUntil", message: NO_PERIOD.message }],
      });
    }
    if (!isSameContent(before, content)) await saveVersion(tx, ctx, article, content);
    return readArticle(tx, ctx, id);
  });
}

/** The next version of a locked article. */
export async function saveVersion(
  tx: Transaction,
  ctx: Context,
  article: ArticleRow,
  content: ArticleContent,
  restoredFrom: number | null = null,
): Promise<number> {
  const number = article.latestVersion + 1;
  await insertVersion(tx, ctx, article.id, number, content, restoredFrom);
  await tx
    .update(knowledgeArticles)
    .set({ latestVersion: number, titleKey: nearDuplicateKey(content.title), updatedAt: ctx.now() })
    .where(ofArticle(ctx, article.id));
  await recordAudit(tx, ctx, {
    action: restoredFrom === null ? "article.saved" : "article.version_restored",
    subject: { type: "article", id: article.id },
    details: { version: number, ...(restoredFrom === null ? {} : { restoredFrom }) },
  });
  return number;
}
