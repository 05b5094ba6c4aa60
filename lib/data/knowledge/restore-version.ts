import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { contentOf, isSameContent, lockArticle, readVersion } from "./internal";
import { readArticle } from "./queries";
import { type ArticleDto, type RestoreVersionInput, restoreVersionInput } from "./schemas";
import { saveVersion } from "./update-article";

/**
 * Brings an older version back as a new one, so that nothing in between is lost. Customers read it once it is
 * published. Where the latest version says the same already, nothing changes.
 */
export async function restoreVersion(ctx: Context, raw: RestoreVersionInput): Promise<ArticleDto> {
  requirePermission(ctx, "knowledge:write");
  const { id, number } = parseInput(restoreVersionInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const article = await lockArticle(tx, ctx, id);
    const content = contentOf(await readVersion(tx, ctx, id, number));
    const latest = contentOf(await readVersion(tx, ctx, id, article.latestVersion));
    if (!isSameContent(content, latest)) await saveVersion(tx, ctx, article, content, number);
    return readArticle(tx, ctx, id);
  });
}
