import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { OverviewDto, WaitingConversationDto } from "./schemas";

const WAITING_SHOWN = 5;

interface DeskRow extends Record<string, unknown> {
  open: number;
  bot: number;
  waiting: number;
  waiting_list:
    | [id: string, name: string | null, channel: string, reason: string | null, since: string | null][]
    | null;
}

/** Open conversations by owner, and those that have waited longest for a person. */
export async function readDesk(tx: Transaction, merchantId: string): Promise<OverviewDto["conversations"]> {
  // As the inbox counts its tab "needs a person": the two stand on one screen.
  const waits = sql`c.owner = 'human' AND c.assignee_id IS NULL`;
  const [row] = await tx.execute<DeskRow>(sql`
    SELECT count(*) AS open, count(*) FILTER (WHERE c.owner = 'bot') AS bot,
      count(*) FILTER (WHERE ${waits}) AS waiting,
      (SELECT json_agg(json_build_array(w.id, w.name, w.channel, w.handoff_reason, w.waiting_since)
         ORDER BY w.waiting_since NULLS LAST, w.last_message_at)
       FROM (SELECT c.id, u.name, c.channel, c.handoff_reason, c.waiting_since, c.last_message_at
             FROM conversations c
             LEFT JOIN customers u ON u.merchant_id = c.merchant_id AND u.id = c.customer_id
             WHERE c.merchant_id = ${merchantId} AND c.status = 'open' AND ${waits}
             ORDER BY c.waiting_since NULLS LAST, c.last_message_at LIMIT ${WAITING_SHOWN}) w) AS waiting_list
    FROM conversations c WHERE c.merchant_id = ${merchantId} AND c.status = 'open'`);
  const { open, bot, waiting, waiting_list } = row!;
  return {
    open,
    bot,
    human: open - bot,
    waiting,
    waitingList: (waiting_list ?? []).map(
      ([id, customerName, channel, handoffReason, since]): WaitingConversationDto => ({
        id,
        customerName,
        channel,
        handoffReason,
        waitingSince: since === null ? null : new Date(since).toISOString(),
      }),
    ),
  };
}
