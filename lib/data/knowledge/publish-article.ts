import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit";
import { readVersion } from "./internal";
import { encodeVersions, publishVersions } from "./publish-versions";
import { readArticle } from "./queries";
import { type ArticleDto, type PublishArticleInput, publishArticleInput } from "./schemas";

/**
 * Makes a version the one that is read and found, from the next search on in every process; the latest unless told
 * otherwise. Brings an archived article back. Publishing what is published changes nothing.
 */
export async function publishArticle(ctx: Context, raw: PublishArticleInput): Promise<ArticleDto> {
  requirePermission(ctx, "knowledge:write");
  const { id, version: wanted } = parseInput(publishArticleInput, raw);
  const { version, isPublished } = await inTenant(ctx, async ({ tx, ctx }) => {
    const article = await readArticle(tx, ctx, id);
    const version = await readVersion(tx, ctx, id, wanted ?? article.latestVersion);
    return { version, isPublished: article.publishedVersion === version.number };
  });
  const publications = isPublished ? [] : await encodeVersions([version]);
  return inTenant(ctx, async ({ tx, ctx }) => {
    if (!isPublished) {
      await publishVersions(tx, ctx, publications);
      await recordAudit(tx, ctx, {
        action: "article.published",
        subject: { type: "article", id },
        details: { version: version.number },
      });
    }
    return readArticle(tx, ctx, id);
  });
}
