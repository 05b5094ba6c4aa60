import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { Context } from "@/lib/core/context";
import type { ShopPeriod } from "@/lib/platform/shop";
import type { ServiceQualityDto } from "./schemas";

/** Handoffs because the bot could not help; a wish for a person, anger or the shop's own rules are none. */
const FAILURES = ["low_confidence", "unsupported_intent", "order_not_verified", "voice_not_understood"];
const MAX_INTENTS = 12;

interface Row extends Record<string, unknown> {
  intent: string;
  handoffs: number;
  conversations: number;
  reasons: { reason: string; count: number }[];
}

/** What was asked for where the bot handed over in the period, and in how many conversations it was asked for at all. */
export async function readFailing(
  tx: Transaction,
  ctx: Context,
  { start, end }: ShopPeriod,
): Promise<ServiceQualityDto["failing"]> {
  const inPeriod = sql`m.merchant_id = ${ctx.merchantId} AND m.created_at >= ${start.toISOString()}::timestamptz
    AND m.created_at < ${end.toISOString()}::timestamptz`;
  const rows = await tx.execute<Row>(sql`
    WITH failed AS (
      SELECT coalesce(m.activity->>'detail', said.intent, 'out_of_scope') AS intent, m.activity->>'reason' AS reason,
        count(*)::int AS count
      FROM messages m
      LEFT JOIN LATERAL (
        SELECT s.intent FROM messages s WHERE s.merchant_id = m.merchant_id AND s.conversation_id = m.conversation_id
          AND s.author = 'customer' AND s.created_at <= m.created_at ORDER BY s.created_at DESC, s.id DESC LIMIT 1) said ON true
      WHERE ${inPeriod} AND m.author = 'activity' AND m.activity->>'type' = 'handoff'
        AND m.activity->>'reason' IN (${sql.join(
          FAILURES.map((reason) => sql`${reason}`),
          sql`, `,
        )})
      GROUP BY 1, 2),
    asked AS (
      SELECT m.intent, count(DISTINCT m.conversation_id)::int AS count
      FROM messages m WHERE ${inPeriod} AND m.author = 'customer' AND m.intent IS NOT NULL GROUP BY 1)
    SELECT f.intent, sum(f.count)::int AS handoffs, coalesce(max(a.count), 0)::int AS conversations,
      jsonb_agg(jsonb_build_object('reason', f.reason, 'count', f.count) ORDER BY f.count DESC, f.reason) AS reasons
    FROM failed f LEFT JOIN asked a ON a.intent = f.intent
    GROUP BY f.intent ORDER BY 2 DESC, 1 LIMIT ${MAX_INTENTS}`);
  return [...rows].map(({ intent, handoffs, conversations, reasons }) => ({
    ...{ intent, handoffs, reasons },
    // A voice message without words has no intent and is still one conversation.
    conversations: Math.max(conversations, 1),
  }));
}
