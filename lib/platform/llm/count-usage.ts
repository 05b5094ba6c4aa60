import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";

export interface Used {
  calls?: number;
  failures?: number;
  refused?: number;
  inputTokens?: number;
  outputTokens?: number;
}

export const dayOf = (instant: Date) => instant.toISOString().slice(0, 10);

/** Adds to what the shop's model did today. */
export async function countUsage(tx: Transaction, ctx: Context, task: string, used: Used): Promise<void> {
  const { calls = 0, failures = 0, refused = 0, inputTokens = 0, outputTokens = 0 } = used;
  await tx.execute(sql`
    INSERT INTO language_model_days AS d (merchant_id, day, task, calls, failures, refused, input_tokens, output_tokens)
    VALUES (${ctx.merchantId}, ${dayOf(ctx.now())}, ${task}, ${calls}, ${failures}, ${refused}, ${inputTokens}, ${outputTokens})
    ON CONFLICT (merchant_id, day, task) DO UPDATE SET calls = d.calls + excluded.calls,
      failures = d.failures + excluded.failures, refused = d.refused + excluded.refused,
      input_tokens = d.input_tokens + excluded.input_tokens, output_tokens = d.output_tokens + excluded.output_tokens`);
}

/** An answer came and was not used. */
export async function countRefusal(ctx: Context, task: string): Promise<void> {
  await inTenant(ctx, ({ tx, ctx }) => countUsage(tx, ctx, task, { refused: 1 }));
}

export async function readTokensToday(tx: Transaction, ctx: Context): Promise<number> {
  const [row] = await tx.execute<{ tokens: string }>(sql`
    SELECT coalesce(sum(input_tokens + output_tokens), 0) AS tokens FROM language_model_days
    WHERE merchant_id = ${ctx.merchantId} AND day = ${dayOf(ctx.now())}`);
  return Number(row?.tokens ?? 0);
}
