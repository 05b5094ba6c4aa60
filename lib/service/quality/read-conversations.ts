import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { Context } from "@/lib/core/context";
import type { ShopPeriod } from "@/lib/platform/shop";

/** A customer who writes again within so many hours was not helped, whatever the first conversation says. */
export const RECONTACT_HOURS = 72;

/** What the figures need of one conversation. */
export interface ConversationFacts {
  /** YYYY-MM-DD in the shop's time zone. */
  day: string;
  /** A person wrote, took over or was called. */
  withPerson: boolean;
  wasHandedOver: boolean;
  /** The bot or a person wrote. */
  wasAnswered: boolean;
  firstResponseSeconds: number | null;
  resolutionSeconds: number | null;
  /** Nothing was said for 72 hours. */
  hasRested: boolean;
  /** The same customer or browser wrote again within 72 hours: in another conversation, or after the resolution. */
  cameBack: boolean;
  rating: number | null;
}

interface Row extends Record<string, unknown> {
  day: string;
  with_person: boolean;
  was_handed_over: boolean;
  was_answered: boolean;
  first_response_seconds: number | null;
  resolution_seconds: number | null;
  has_rested: boolean;
  came_back: boolean;
  rating: number | null;
}

/** The conversations in which a customer said something and that began in the period. */
export async function readConversations(
  tx: Transaction,
  ctx: Context,
  { start, end, timeZone }: ShopPeriod,
): Promise<ConversationFacts[]> {
  const hours = sql`make_interval(hours => ${RECONTACT_HOURS})`;
  const rows = await tx.execute<Row>(sql`
    WITH begun AS (
      SELECT c.id, c.customer_id, c.visitor_id, c.status, c.resolved_at, c.rating, c.created_at,
        min(m.created_at) FILTER (WHERE m.author = 'customer') AS first_word,
        max(m.created_at) FILTER (WHERE m.author IN ('customer', 'bot', 'agent')) AS last_word,
        min(m.created_at) FILTER (WHERE m.author = 'agent') AS first_agent,
        min(m.created_at) FILTER (WHERE m.activity->>'type' = 'handoff') AS handoff,
        min(m.created_at) FILTER (WHERE m.activity->>'type' = 'takeover') AS takeover,
        min(m.created_at) FILTER (WHERE m.activity->>'type' = 'resolved') AS first_resolved,
        max(m.created_at) FILTER (WHERE m.activity->>'type' = 'reopened') AS last_reopened,
        bool_or(m.author IN ('bot', 'agent')) AS was_answered
      FROM conversations c JOIN messages m ON m.merchant_id = c.merchant_id AND m.conversation_id = c.id
      WHERE c.merchant_id = ${ctx.merchantId}
        AND c.created_at >= ${start.toISOString()}::timestamptz AND c.created_at < ${end.toISOString()}::timestamptz
      GROUP BY c.merchant_id, c.id)
    SELECT (b.created_at AT TIME ZONE ${timeZone})::date::text AS day, b.rating, b.was_answered,
      coalesce(b.first_agent, b.handoff, b.takeover) IS NOT NULL AS with_person,
      b.handoff IS NOT NULL AS was_handed_over,
      extract(epoch FROM (
        SELECT min(a.created_at) FROM messages a WHERE a.merchant_id = ${ctx.merchantId} AND a.conversation_id = b.id
          AND a.author = 'agent' AND a.created_at >= b.handoff) - b.handoff)::float8 AS first_response_seconds,
      CASE WHEN b.status = 'resolved' THEN extract(epoch FROM b.resolved_at - b.first_word)::float8 END AS resolution_seconds,
      b.last_word <= ${ctx.now().toISOString()}::timestamptz - ${hours} AS has_rested,
      (b.last_reopened > b.first_resolved AND b.last_reopened <= b.first_resolved + ${hours}) IS TRUE
        OR EXISTS (
          SELECT FROM conversations o WHERE o.merchant_id = ${ctx.merchantId} AND o.id <> b.id
            AND (o.customer_id = b.customer_id OR o.visitor_id = b.visitor_id)
            AND o.created_at > b.last_word AND o.created_at <= b.last_word + ${hours}) AS came_back
    FROM begun b WHERE b.first_word IS NOT NULL`);
  return [...rows].map((row) => ({
    day: row.day,
    withPerson: row.with_person,
    wasHandedOver: row.was_handed_over,
    wasAnswered: row.was_answered,
    firstResponseSeconds: row.first_response_seconds,
    resolutionSeconds: row.resolution_seconds,
    hasRested: row.has_rested,
    cameBack: row.came_back,
    rating: row.rating,
  }));
}
