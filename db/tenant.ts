import { sql } from "drizzle-orm";
import type { Context } from "@/lib/core/context";
import { database, type Transaction } from "./client";

export interface Tenant {
  tx: Transaction;
  /** The same context, carrying the transaction: verbs called with it join in. */
  ctx: Context;
}

export interface TenantOptions {
  /**
   * `shared`: for short work that comes very often and looks rows up by keys, PostgreSQL may keep a statement's plan
   * instead of making one for the values at hand (see db/client.ts).
   */
  plans?: "own" | "shared";
}

const setMerchant = ({ merchantId }: Context) =>
  sql`SELECT set_config('app.merchant_id', ${merchantId}, true)`;
const sharePlans = sql`set_config('plan_cache_mode', 'auto', true)`;

type Ending = (tx: Transaction) => Promise<void>;
const endings = new WeakMap<Transaction, Ending[]>();

/**
 * Leaves work for the very end of a transaction that `inTenant` opened, in the order of asking: what takes a lock that
 * many wait for holds it only for the commit.
 */
export function beforeCommit(tx: Transaction, work: Ending): void {
  endingsOf(tx).push(work);
}

function endingsOf(tx: Transaction): Ending[] {
  const ending = endings.get(tx);
  if (!ending) throw new Error("This transaction was not opened by inTenant.");
  return ending;
}

/** Work within a transaction that can fail alone: what it wrote, and left for the end, is then gone. */
export async function inSavepoint<Result>(
  { tx: outer, ctx }: Tenant,
  work: (tenant: Tenant) => Promise<Result>,
): Promise<Result> {
  const ending: Ending[] = [];
  const result = await outer.transaction((tx) => {
    endings.set(tx, ending);
    return work({ tx, ctx: { ...ctx, tx } });
  });
  endingsOf(outer).push(...ending);
  return result;
}

/**
 * Runs `work` in a transaction that sees and writes the rows of `ctx.merchantId` alone (row-level security).
 * Joins the transaction that `ctx` already carries, so that verbs compose into one commit.
 */
export async function inTenant<Result>(
  ctx: Context,
  work: (tenant: Tenant) => Promise<Result>,
  { plans = "own" }: TenantOptions = {},
): Promise<Result> {
  if (ctx.tx) return work({ tx: ctx.tx as Transaction, ctx });
  return database().transaction(async (tx) => {
    // Not awaited before the work begins: the connection sends statements in order, so this one is first, and the
    // work's first statement travels with it.
    const merchant = tx
      .execute(plans === "shared" ? sql`${setMerchant(ctx)}, ${sharePlans}` : setMerchant(ctx))
      .then(() => {});
    const ending: Ending[] = [];
    endings.set(tx, ending);
    const [result] = await Promise.all([work({ tx, ctx: { ...ctx, tx } }), merchant]);
    // One after the other, in one go: the connection keeps their order.
    await Promise.all(ending.map((end) => end(tx)));
    return result;
  });
}
