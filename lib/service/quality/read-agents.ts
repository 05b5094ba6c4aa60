import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { Context } from "@/lib/core/context";
import type { ShopPeriod } from "@/lib/platform/shop";
import type { ServiceQualityDto } from "./schemas";

interface Row extends Record<string, unknown> {
  user_id: string;
  name: string;
  conversations: number;
  messages: number;
  first_response: number | null;
  rating: number | null;
  open: number;
}

/** What each person did in the period: whoever wrote to customers, or has open conversations now. */
export async function readAgents(
  tx: Transaction,
  ctx: Context,
  { start, end }: ShopPeriod,
): Promise<ServiceQualityDto["agents"]> {
  const rows = await tx.execute<Row>(sql`
    WITH written AS (
      SELECT m.author_user_id AS user_id, m.conversation_id, m.created_at,
        row_number() OVER (PARTITION BY m.conversation_id ORDER BY m.created_at, m.id) AS place
      FROM messages m WHERE m.merchant_id = ${ctx.merchantId} AND m.author = 'agent' AND m.author_user_id IS NOT NULL
        AND m.created_at >= ${start.toISOString()}::timestamptz AND m.created_at < ${end.toISOString()}::timestamptz),
    firsts AS (
      SELECT w.user_id, extract(epoch FROM w.created_at - h.at)::float8 AS seconds
      FROM written w CROSS JOIN LATERAL (
        SELECT max(h.created_at) AS at FROM messages h WHERE h.merchant_id = ${ctx.merchantId}
          AND h.conversation_id = w.conversation_id AND h.activity->>'type' = 'handoff' AND h.created_at <= w.created_at) h
      WHERE w.place = 1 AND h.at IS NOT NULL),
    rated AS (
      SELECT DISTINCT w.user_id, c.id, c.rating FROM written w
      JOIN conversations c ON c.merchant_id = ${ctx.merchantId} AND c.id = w.conversation_id WHERE c.rating IS NOT NULL),
    holding AS (
      SELECT c.assignee_id AS user_id, count(*)::int AS count FROM conversations c
      WHERE c.merchant_id = ${ctx.merchantId} AND c.status = 'open' AND c.assignee_id IS NOT NULL GROUP BY 1)
    SELECT u.id AS user_id, u.name, coalesce(w.conversations, 0)::int AS conversations,
      coalesce(w.messages, 0)::int AS messages, coalesce(h.count, 0)::int AS open,
      (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY f.seconds) FROM firsts f WHERE f.user_id = u.id) AS first_response,
      (SELECT avg(r.rating)::float8 FROM rated r WHERE r.user_id = u.id) AS rating
    FROM users u
    LEFT JOIN (SELECT user_id, count(DISTINCT conversation_id) AS conversations, count(*) AS messages
      FROM written GROUP BY 1) w ON w.user_id = u.id
    LEFT JOIN holding h ON h.user_id = u.id
    WHERE w.user_id IS NOT NULL OR h.user_id IS NOT NULL
    ORDER BY messages DESC, u.name, u.id`);
  return [...rows].map((row) => ({
    userId: row.user_id,
    name: row.name,
    conversations: row.conversations,
    messages: row.messages,
    firstResponseMedianSeconds: row.first_response,
    ratingMean: row.rating,
    open: row.open,
  }));
}
