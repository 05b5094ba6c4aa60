import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { AppError, notFound } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit/record-audit";
import { findReferences } from "../records";
import type { Reference } from "../records/schemas";
import { findCustomer, toCustomerDto } from "./internal";
import { type MergeCustomersInput, type MergedCustomersDto, mergeCustomersInput } from "./schemas";

/**
 * Makes two records of one person one: everything of `from` moves to `into`, which takes over the contact
 * details that it lacks. `from` stays as a pointer, so that its external id keeps working.
 */
export async function mergeCustomers(ctx: Context, raw: MergeCustomersInput): Promise<MergedCustomersDto> {
  requirePermission(ctx, "customers:write");
  const input = parseInput(mergeCustomersInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const { from, into } = await findBoth(tx, ctx.merchantId, input);
    await lockBoth(tx, ctx.merchantId, [from, into]);
    const moved = {
      orders: await move(tx, ctx.merchantId, "orders", from, into),
      returns: await move(tx, ctx.merchantId, "returns", from, into),
      conversations: await move(tx, ctx.merchantId, "conversations", from, into),
      events: await move(tx, ctx.merchantId, "events", from, into),
    };
    for (const table of ["order_requests", "complaints", "restock_notices", "channel_contacts"] as const)
      await move(tx, ctx.merchantId, table, from, into);
    await joinRestockNotices(tx, ctx.merchantId, from, into);
    await moveDecisions(tx, ctx.merchantId, from, into);
    const now = ctx.now().toISOString();
    await tx.execute(sql`
      UPDATE customers SET merged_into_id = ${into}, updated_at = ${now}::timestamptz
      WHERE merchant_id = ${ctx.merchantId} AND (id = ${from} OR merged_into_id = ${from})`);
    await tx.execute(sql`
      UPDATE customers kept SET name = coalesce(kept.name, gone.name), email = coalesce(kept.email, gone.email),
        phone = coalesce(kept.phone, gone.phone), locale = coalesce(kept.locale, gone.locale),
        country = coalesce(kept.country, gone.country), city = coalesce(kept.city, gone.city),
        updated_at = ${now}::timestamptz
      FROM customers gone
      WHERE kept.merchant_id = ${ctx.merchantId} AND kept.id = ${into}
        AND gone.merchant_id = kept.merchant_id AND gone.id = ${from}`);
    await recordAudit(tx, ctx, {
      action: "customer.merged",
      subject: { type: "customer", id: into },
      details: { mergedId: from, ...moved },
    });
    const customer = await findCustomer(tx, ctx.merchantId, into);
    return { customer: toCustomerDto(customer!), mergedId: from, moved };
  });
}

async function findBoth(
  tx: Transaction,
  merchantId: string,
  input: { from: Reference; into: Reference },
): Promise<{ from: string; into: string }> {
  const find = await findReferences(tx, merchantId, "customer", [input.from, input.into]);
  const from = find(input.from);
  const into = find(input.into);
  if (!from || !into) throw notFound("customer");
  if (from === into) throw new AppError("conflict", "These two are one customer already.");
  return { from, into };
}

/** In the order of their ids, so that two merges the other way round cannot deadlock. */
async function lockBoth(tx: Transaction, merchantId: string, [a, b]: [string, string]): Promise<void> {
  const locked = await tx.execute(sql`
    SELECT id FROM customers WHERE merchant_id = ${merchantId} AND id IN (${a}, ${b})
      AND merged_into_id IS NULL AND erased_at IS NULL ORDER BY id FOR UPDATE`);
  if (locked.length !== 2)
    throw new AppError("conflict", "One of the two was merged or erased just now. Look again.");
}

type MovedTable =
  | "orders"
  | "returns"
  | "conversations"
  | "events"
  | "order_requests"
  | "complaints"
  | "restock_notices"
  | "channel_contacts";

async function move(
  tx: Transaction,
  merchantId: string,
  table: MovedTable,
  from: string,
  into: string,
): Promise<number> {
  const moved = await tx.execute(sql`
    UPDATE ${sql.raw(table)} SET customer_id = ${into} WHERE merchant_id = ${merchantId} AND customer_id = ${from}`);
  return moved.count;
}

/** Whom somebody has told apart from the record that ends is told apart from the one that stays. */
async function moveDecisions(tx: Transaction, merchantId: string, from: string, into: string): Promise<void> {
  await tx.execute(sql`
    INSERT INTO distinct_customers (merchant_id, one_id, other_id, decided_by, created_at)
    SELECT d.merchant_id, least(o.id, ${into}::uuid), greatest(o.id, ${into}::uuid), d.decided_by, d.created_at
    FROM distinct_customers d
    CROSS JOIN LATERAL (SELECT CASE WHEN d.one_id = ${from} THEN d.other_id ELSE d.one_id END AS id) o
    WHERE d.merchant_id = ${merchantId} AND (d.one_id = ${from} OR d.other_id = ${from}) AND o.id <> ${into}
    ON CONFLICT DO NOTHING`);
  await tx.execute(sql`
    DELETE FROM distinct_contacts c WHERE c.merchant_id = ${merchantId} AND c.customer_id = ${from}
      AND EXISTS (SELECT FROM distinct_contacts k WHERE k.merchant_id = c.merchant_id
        AND k.contact_id = c.contact_id AND k.customer_id = ${into})`);
  await tx.execute(sql`
    UPDATE distinct_contacts SET customer_id = ${into} WHERE merchant_id = ${merchantId} AND customer_id = ${from}`);
}

/** One person waits once for a product: of two open notices that of the record that stays remains. */
async function joinRestockNotices(
  tx: Transaction,
  merchantId: string,
  from: string,
  into: string,
): Promise<void> {
  const gone = sql`n.merchant_id = ${merchantId} AND n.subscriber_key = ${`customer:${from}`}`;
  await tx.execute(sql`
    UPDATE restock_notices n SET status = 'cancelled' WHERE ${gone} AND n.status IN ('waiting', 'due')
      AND EXISTS (SELECT FROM restock_notices k WHERE k.merchant_id = n.merchant_id
        AND k.product_id = n.product_id AND k.subscriber_key = ${`customer:${into}`}
        AND k.status IN ('waiting', 'due'))`);
  await tx.execute(sql`
    UPDATE restock_notices n SET subscriber_key = ${`customer:${into}`} WHERE ${gone}`);
}
