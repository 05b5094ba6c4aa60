import { sql } from "drizzle-orm";
import type { Context } from "@/lib/core/context";
import { database, type Transaction } from "./client";

export interface Tenant {
  tx: Transaction;
  /** The same context, carrying the transaction: verbs called with it join in. */
  ctx: Context;
}

/**
 * Runs `work` in a transaction that sees and writes the rows of `ctx.merchantId` alone (row-level security).
 * Joins the transaction that `ctx` already carries, so that verbs compose into one commit.
 */
export async function inTenant<Result>(
  ctx: Context,
  work: (tenant: Tenant) => Promise<Result>,
): Promise<Result> {
  if (ctx.tx) return work({ tx: ctx.tx as Transaction, ctx });
  return database().transaction(async (tx) => {
    // Not awaited before the work begins: the connection sends statements in order, so this one is first, and the
    // work's first statement travels with it.
    const merchant = tx
      .execute(sql`SELECT set_config('app.merchant_id', ${ctx.merchantId}, true)`)
      .then(() => {});
    const [result] = await Promise.all([work({ tx, ctx: { ...ctx, tx } }), merchant]);
    return result;
  });
}
