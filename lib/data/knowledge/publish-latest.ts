import { and, eq, inArray, sql } from "drizzle-orm";
import { knowledgeArticles, knowledgeArticleVersions } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { recordAudit } from "@/lib/platform/audit";
import { encodeVersions, publishVersions } from "./publish-versions";
import { isLatestVersion } from "./queries";

const CHUNK = 50;

/** Publishes the latest versions of articles that are not published yet; a part of them at a time. */
export async function publishLatest(ctx: Context, ids: readonly string[]): Promise<void> {
  for (let start = 0; start < ids.length; start += CHUNK)
    await publishChunk(ctx, ids.slice(start, start + CHUNK));
}

async function publishChunk(ctx: Context, ids: readonly string[]): Promise<void> {
  const rows = await inTenant(ctx, ({ tx, ctx }) =>
    tx
      .select({ version: knowledgeArticleVersions })
      .from(knowledgeArticles)
      .innerJoin(knowledgeArticleVersions, isLatestVersion)
      .where(
        and(
          eq(knowledgeArticles.merchantId, ctx.merchantId),
          inArray(knowledgeArticles.id, [...ids]),
          sql`${knowledgeArticles.publishedVersion} IS DISTINCT FROM ${knowledgeArticles.latestVersion}`,
        ),
      ),
  );
  if (rows.length === 0) return;
  const publications = await encodeVersions(rows.map(({ version }) => version));
  await inTenant(ctx, async ({ tx, ctx }) => {
    await publishVersions(tx, ctx, publications);
    await recordAudit(tx, ctx, {
      action: "articles.published",
      subject: { type: "merchant", id: ctx.merchantId },
      details: { articles: publications.length },
    });
  });
}
