import { type SQL, sql } from "drizzle-orm";
import { knowledgeArticles } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { toIso } from "../records";
import { ofArticle } from "./internal";
import { CITED_DAYS, type CitationDto, type ListCitationsInput, listCitationsInput } from "./schemas";

const DAY_MS = 86_400_000;

/** Conversations of the last `CITED_DAYS` days in which the bot answered with an article, the latest first. */
export async function listCitations(ctx: Context, raw: ListCitationsInput): Promise<CitationDto[]> {
  requirePermission(ctx, "knowledge:read");
  requirePermission(ctx, "conversations:read");
  const { id, limit } = parseInput(listCitationsInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const [article] = await tx
      .select({ id: knowledgeArticles.id })
      .from(knowledgeArticles)
      .where(ofArticle(ctx, id));
    if (!article) throw notFound("article");
    const rows = await tx.execute<{
      conversation_id: string;
      customer_name: string | null;
      question: string | null;
      cited_at: string;
    }>(sql`
      WITH latest AS (
        SELECT DISTINCT ON (conversation_id) conversation_id, message_id, created_at
        FROM (${citedSince(ctx)}) c WHERE article_id = ${id.toLowerCase()}
        ORDER BY conversation_id, created_at DESC)
      SELECT latest.conversation_id, customers.name AS customer_name, asked.text AS question,
        latest.created_at AS cited_at
      FROM latest
      JOIN messages answer ON answer.merchant_id = ${ctx.merchantId} AND answer.id = latest.message_id
      JOIN conversations c ON c.merchant_id = ${ctx.merchantId} AND c.id = latest.conversation_id
      LEFT JOIN messages asked ON asked.merchant_id = ${ctx.merchantId} AND asked.id = answer.in_reply_to_id
      LEFT JOIN customers ON customers.merchant_id = ${ctx.merchantId} AND customers.id = c.customer_id
      ORDER BY latest.created_at DESC, latest.conversation_id
      LIMIT ${limit}`);
    return [...rows].map((row) => ({
      conversationId: row.conversation_id,
      customerName: row.customer_name,
      question: row.question,
      citedAt: toIso(row.cited_at),
    }));
  });
}

/** Which articles the bot's latest answers named. */
export function citedSince(ctx: Context): SQL {
  const since = new Date(ctx.now().getTime() - CITED_DAYS * DAY_MS).toISOString();
  return sql`
    SELECT id AS message_id, conversation_id, created_at,
      jsonb_path_query(sources, '$[*] ? (@.type == "article").id') #>> '{}' AS article_id
    FROM messages
    WHERE merchant_id = ${ctx.merchantId} AND author = 'bot' AND sources IS NOT NULL
      AND created_at >= ${since}::timestamptz`;
}
