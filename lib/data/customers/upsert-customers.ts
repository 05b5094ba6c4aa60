import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { closeBatch, keepEntries, openBatch, type UpsertTarget, upsertByExternalId } from "../records";
import type { BatchAnswer } from "../records/schemas";
import {
  type CustomerInput,
  customerInput,
  type UpsertCustomersInput,
  upsertCustomersInput,
} from "./schemas";

const CUSTOMERS: UpsertTarget = {
  table: "customers",
  key: ["external_id"],
  columns: {
    id: "uuid",
    external_id: "text",
    name: "text",
    email: "text",
    phone: "text",
    locale: "text",
    country: "text",
    city: "text",
    created_at: "timestamptz",
  },
  insertOnly: ["created_at"],
  hasUpdatedAt: true,
};

const FIELDS = ["name", "email", "phone", "locale", "country", "city"] as const;

/**
 * Creates or updates customers by external id; each item succeeds or fails by itself.
 * The external id of a merged customer updates the one it was merged into.
 */
export async function upsertCustomers(ctx: Context, raw: UpsertCustomersInput): Promise<BatchAnswer> {
  requirePermission(ctx, "customers:write");
  const batch = openBatch(customerInput, parseInput(upsertCustomersInput, raw).items);
  return inTenant(ctx, async ({ tx }) => {
    const now = ctx.now();
    const existing = await readExisting(
      tx,
      ctx.merchantId,
      batch.entries.map(({ item }) => item.externalId),
    );
    const targetOf = (item: CustomerInput) => existing.get(item.externalId)?.external_id ?? item.externalId;
    const taken = new Set<string>();
    keepEntries(batch, (item) => {
      const target = targetOf(item);
      const isRepeat = taken.has(target);
      taken.add(target);
      const message = "Another item of this batch is the same customer: the two records were merged.";
      return isRepeat ? { code: "duplicate_in_batch", message, path: "externalId" } : null;
    });
    const rows = batch.entries.map(({ item }) => {
      const old = existing.get(item.externalId);
      const fields = FIELDS.map((field) => [
        field,
        item[field] === undefined ? (old?.[field] ?? null) : item[field],
      ]);
      return {
        id: newId(),
        external_id: targetOf(item),
        ...Object.fromEntries(fields),
        created_at: now.toISOString(),
      };
    });
    const outcome = await upsertByExternalId(tx, ctx.merchantId, CUSTOMERS, rows, now);
    for (const { index, item } of batch.entries)
      batch.results[index] = { index, ...outcome.get(targetOf(item))! };
    return closeBatch(tx, ctx, batch, { action: "customers.upserted", type: "customer" });
  });
}

type ExistingCustomer = { given: string; external_id: string } & Record<
  (typeof FIELDS)[number],
  string | null
>;

/** By the external id that was sent: the record as it stands, or the one it was merged into. */
async function readExisting(
  tx: Transaction,
  merchantId: string,
  externalIds: string[],
): Promise<Map<string, ExistingCustomer>> {
  const rows = await tx.execute<ExistingCustomer>(sql`
    SELECT g.external_id AS given, c.external_id, c.name, c.email, c.phone, c.locale, c.country, c.city
    FROM customers g
    JOIN customers c ON c.merchant_id = g.merchant_id AND c.id = coalesce(g.merged_into_id, g.id)
    WHERE g.merchant_id = ${merchantId}
      AND g.external_id IN (SELECT jsonb_array_elements_text(${JSON.stringify(externalIds)}::jsonb))
    ORDER BY c.external_id FOR UPDATE OF c`);
  return new Map(rows.map((row) => [row.given, row]));
}
