import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { decodeInstantCursor, type Page, toPage } from "@/lib/core/pagination";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { likePattern } from "../records";
import { citedSince } from "./list-citations";
import { type ArticleGroupDto, type ListArticleGroupsInput, listArticleGroupsInput } from "./schemas";

type GroupRow = Record<string, unknown> & {
  id: string;
  updated_at: string;
  articles: ArticleGroupDto["articles"];
};

/**
 * Articles with their translations as one, the most recently changed first. One of the translations must fit all
 * filters; those that are archived are shown only when asked for.
 */
export async function listArticleGroups(
  ctx: Context,
  raw: ListArticleGroupsInput = {},
): Promise<Page<ArticleGroupDto>> {
  requirePermission(ctx, "knowledge:read");
  const { state, language, audience, q, limit, cursor } = parseInput(listArticleGroupsInput, raw);
  const after = decodeInstantCursor(cursor);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const conditions: SQL[] = [state ? sql`state = ${state}` : sql`state <> 'archived'`];
    if (language) conditions.push(sql`language = ${language}`);
    if (audience) conditions.push(sql`audience = ${audience}`);
    if (q) conditions.push(sql`title ILIKE ${likePattern(q, "anywhere")}`);
    const rows = await tx.execute<GroupRow>(sql`
      WITH articles AS (${articlesWithState(ctx)})
      SELECT group_id AS id, to_char(max(updated_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS updated_at,
        jsonb_agg(jsonb_build_object('id', id, 'language', language, 'title', title, 'audience', audience,
          'state', state, 'hasChanges', has_changes) ORDER BY created_at, id)
          FILTER (WHERE state <> 'archived' OR ${state === "archived"}) AS articles
      FROM articles
      GROUP BY group_id
      HAVING bool_or(${sql.join(conditions, sql` AND `)})
        AND ${after ? sql`(max(updated_at), group_id) < (${after.value}::timestamptz, ${after.id}::uuid)` : sql`true`}
      ORDER BY max(articles.updated_at) DESC, group_id DESC
      LIMIT ${limit + 1}`);
    const cited = await countCitations(
      tx,
      ctx,
      rows.map(({ id }) => id),
    );
    return toPage(
      [...rows],
      limit,
      ({ id, updated_at, articles }) => ({
        id,
        updatedAt: updated_at,
        timesCited: cited.get(id) ?? 0,
        articles,
      }),
      ({ id, updated_at }) => ({ value: updated_at, id }),
    );
  });
}

/** Each article by its latest version, its state by the published one. */
function articlesWithState(ctx: Context): SQL {
  const now = sql`${ctx.now().toISOString()}::timestamptz`;
  return sql`
    SELECT a.id, a.translation_group_id AS group_id, a.language, a.created_at, a.updated_at,
      v.title, v.audience,
      a.published_version IS NOT NULL AND a.published_version < a.latest_version AS has_changes,
      CASE WHEN a.status = 'published' AND p.valid_until <= ${now} THEN 'expired'
        WHEN a.status = 'published' AND p.valid_from > ${now} THEN 'scheduled'
        ELSE a.status END AS state
    FROM knowledge_articles a
    JOIN knowledge_article_versions v
      ON v.merchant_id = a.merchant_id AND v.article_id = a.id AND v.number = a.latest_version
    LEFT JOIN knowledge_article_versions p
      ON p.merchant_id = a.merchant_id AND p.article_id = a.id AND p.number = a.published_version
    WHERE a.merchant_id = ${ctx.merchantId}`;
}

/** By group: an answer that names two translations of one article counts once. */
async function countCitations(
  tx: Transaction,
  ctx: Context,
  groupIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (groupIds.length === 0) return new Map();
  const rows = await tx.execute<{ id: string; times: number }>(sql`
    SELECT a.translation_group_id AS id, count(DISTINCT c.message_id)::int AS times
    FROM (${citedSince(ctx)}) c
    JOIN knowledge_articles a ON a.merchant_id = ${ctx.merchantId} AND a.id::text = c.article_id
    WHERE a.translation_group_id IN ${[...groupIds]}
    GROUP BY 1`);
  return new Map([...rows].map(({ id, times }) => [id, times]));
}
