import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { closeBatch, openBatch, type UpsertTarget, upsertByExternalId } from "../records";
import type { BatchAnswer } from "../records/schemas";
import { supplierInput, type UpsertSuppliersInput, upsertSuppliersInput } from "./schemas";

const SUPPLIERS: UpsertTarget = {
  table: "suppliers",
  key: ["external_id"],
  columns: {
    id: "uuid",
    external_id: "text",
    name: "text",
    email: "text",
    lead_time_days_mean: "numeric",
    lead_time_days_sd: "numeric",
    created_at: "timestamptz",
  },
  insertOnly: ["created_at"],
  hasUpdatedAt: true,
};

/** Creates or updates suppliers by external id; each item succeeds or fails by itself. */
export async function upsertSuppliers(ctx: Context, raw: UpsertSuppliersInput): Promise<BatchAnswer> {
  requirePermission(ctx, "products:write");
  const batch = openBatch(supplierInput, parseInput(upsertSuppliersInput, raw).items);
  return inTenant(ctx, async ({ tx }) => {
    const now = ctx.now();
    const existing = await readExisting(
      tx,
      ctx.merchantId,
      batch.entries.map(({ item }) => item.externalId),
    );
    const rows = batch.entries.map(({ item }) => {
      const old = existing.get(item.externalId);
      const leadTime = item.leadTimeDays;
      return {
        id: newId(),
        external_id: item.externalId,
        name: item.name,
        email: item.email === undefined ? (old?.email ?? null) : item.email,
        lead_time_days_mean: leadTime === undefined ? (old?.mean ?? null) : (leadTime?.mean ?? null),
        lead_time_days_sd: leadTime === undefined ? (old?.sd ?? null) : (leadTime?.sd ?? null),
        created_at: now.toISOString(),
      };
    });
    const outcome = await upsertByExternalId(tx, ctx.merchantId, SUPPLIERS, rows, now);
    for (const { index, item } of batch.entries)
      batch.results[index] = { index, ...outcome.get(item.externalId)! };
    return closeBatch(tx, ctx, batch, { action: "suppliers.upserted", type: "supplier" });
  });
}

type Existing = { external_id: string; email: string | null; mean: string | null; sd: string | null };

async function readExisting(
  tx: Transaction,
  merchantId: string,
  externalIds: string[],
): Promise<Map<string, Existing>> {
  const rows = await tx.execute<Existing>(sql`
    SELECT external_id, email, lead_time_days_mean AS mean, lead_time_days_sd AS sd FROM suppliers
    WHERE merchant_id = ${merchantId}
      AND external_id IN (SELECT jsonb_array_elements_text(${JSON.stringify(externalIds)}::jsonb))
    ORDER BY external_id FOR UPDATE`);
  return new Map(rows.map((row) => [row.external_id, row]));
}
