import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import {
  type BatchEntry,
  closeBatch,
  type FindReference,
  findReferences,
  keepEntries,
  missingReference,
  openBatch,
  type UpsertTarget,
  upsertByExternalId,
} from "../records";
import type { BatchAnswer, Reference } from "../records/schemas";
import { type ProductInput, productInput, type UpsertProductsInput, upsertProductsInput } from "./schemas";

const PRODUCTS: UpsertTarget = {
  table: "products",
  key: ["external_id"],
  columns: {
    id: "uuid",
    external_id: "text",
    sku: "text",
    name: "jsonb",
    price_minor: "bigint",
    cost_minor: "bigint",
    currency: "char(3)",
    on_hand: "integer",
    reserved: "integer",
    reorder_point: "integer",
    supplier_id: "uuid",
    variant_group: "text",
    options: "jsonb",
    status: "text",
    created_at: "timestamptz",
  },
  insertOnly: ["created_at"],
  hasUpdatedAt: true,
};

/** Creates or updates products by external id; each item succeeds or fails by itself. */
export async function upsertProducts(ctx: Context, raw: UpsertProductsInput): Promise<BatchAnswer> {
  requirePermission(ctx, "products:write");
  const batch = openBatch(productInput, parseInput(upsertProductsInput, raw).items);
  return inTenant(ctx, async ({ tx }) => {
    const now = ctx.now();
    const items = batch.entries.map(({ item }) => item);
    const findCategory = await findReferences(tx, ctx.merchantId, "category", items.flatMap(categoriesOf));
    const findSupplier = await findReferences(
      tx,
      ctx.merchantId,
      "supplier",
      items.flatMap((item) => supplierOf(item) ?? []),
    );
    keepEntries(batch, (item) => {
      const category = categoriesOf(item).find((reference) => !findCategory(reference));
      if (category) return missingReference("category", category, "categories");
      const supplier = supplierOf(item);
      return supplier && !findSupplier(supplier) ? missingReference("supplier", supplier, "supplier") : null;
    });
    const existing = await readExisting(tx, ctx.merchantId, batch.entries);
    const rows = batch.entries.map(({ item }) =>
      toRow(item, existing.get(item.externalId), findSupplier, now),
    );
    const outcome = await upsertByExternalId(tx, ctx.merchantId, PRODUCTS, rows, now);
    const links = batch.entries.flatMap(({ item }) =>
      (item.categories ?? item.categoryIds) === undefined
        ? []
        : { product: outcome.get(item.externalId)!.id, categories: categoriesOf(item).map(findCategory) },
    );
    const relinked = await syncCategories(tx, ctx.merchantId, links, now);
    for (const { index, item } of batch.entries) {
      const { id, status } = outcome.get(item.externalId)!;
      batch.results[index] = {
        index,
        id,
        status: status === "unchanged" && relinked.has(id) ? "updated" : status,
      };
    }
    return closeBatch(tx, ctx, batch, { action: "products.upserted", type: "product" });
  });
}

function categoriesOf(item: ProductInput): Reference[] {
  return item.categories ?? item.categoryIds ?? [];
}

function supplierOf(item: ProductInput): Reference | null | undefined {
  return item.supplier === undefined ? item.supplierId : item.supplier;
}

interface ExistingProduct extends Record<string, unknown> {
  external_id: string;
  sku: string;
  cost_minor: number | null;
  currency: string;
  on_hand: number;
  reserved: number;
  reorder_point: number | null;
  supplier_id: string | null;
  variant_group: string | null;
  options: object | null;
  status: string;
}

async function readExisting(
  tx: Transaction,
  merchantId: string,
  entries: BatchEntry<ProductInput>[],
): Promise<Map<string, ExistingProduct>> {
  const externalIds = JSON.stringify(entries.map(({ item }) => item.externalId));
  const rows = await tx.execute<ExistingProduct>(sql`
    SELECT external_id, sku, cost_minor, currency, on_hand, reserved, reorder_point, supplier_id, variant_group,
      options, status
    FROM products WHERE merchant_id = ${merchantId}
      AND external_id IN (SELECT jsonb_array_elements_text(${externalIds}::jsonb))
    ORDER BY external_id FOR UPDATE`);
  return new Map(rows.map((row) => [row.external_id, row]));
}

function toRow(item: ProductInput, old: ExistingProduct | undefined, findSupplier: FindReference, now: Date) {
  const supplier = supplierOf(item);
  // A cost that stays must not change its currency along with the price.
  const oldCost = old?.currency === item.price.currency ? (old?.cost_minor ?? null) : null;
  return {
    id: newId(),
    external_id: item.externalId,
    sku: item.sku ?? old?.sku ?? item.externalId,
    name: item.name,
    price_minor: item.price.amountMinor,
    cost_minor: item.cost === undefined ? oldCost : (item.cost?.amountMinor ?? null),
    currency: item.price.currency,
    on_hand: item.stock?.onHand ?? old?.on_hand ?? 0,
    reserved: item.stock?.reserved ?? old?.reserved ?? 0,
    reorder_point: item.reorderPoint === undefined ? (old?.reorder_point ?? null) : item.reorderPoint,
    supplier_id:
      supplier === undefined ? (old?.supplier_id ?? null) : supplier && (findSupplier(supplier) ?? null),
    variant_group: item.variantGroup === undefined ? (old?.variant_group ?? null) : item.variantGroup,
    options: item.options === undefined ? (old?.options ?? null) : item.options,
    status: item.status ?? old?.status ?? "active",
    created_at: now.toISOString(),
  };
}

/** Makes the categories of the given products exactly those given; returns the products for which that changed anything. */
async function syncCategories(
  tx: Transaction,
  merchantId: string,
  links: { product: string; categories: (string | undefined)[] }[],
  now: Date,
): Promise<Set<string>> {
  if (links.length === 0) return new Set();
  const rows = await tx.execute<{ product_id: string }>(sql`
    WITH given AS (
      SELECT g.product, c.category FROM jsonb_to_recordset(${JSON.stringify(links)}::jsonb) AS g(product uuid, categories uuid[])
      LEFT JOIN LATERAL unnest(g.categories) AS c(category) ON true),
    removed AS (
      DELETE FROM product_categories pc WHERE pc.merchant_id = ${merchantId}
        AND pc.product_id IN (SELECT product FROM given)
        AND NOT EXISTS (SELECT FROM given WHERE product = pc.product_id AND category = pc.category_id)
      RETURNING product_id),
    added AS (
      INSERT INTO product_categories (merchant_id, product_id, category_id)
      SELECT DISTINCT ${merchantId}::uuid, product, category FROM given WHERE category IS NOT NULL
      ON CONFLICT DO NOTHING RETURNING product_id)
    UPDATE products SET updated_at = ${now.toISOString()}::timestamptz
    WHERE merchant_id = ${merchantId}
      AND id IN (SELECT product_id FROM removed UNION SELECT product_id FROM added)
    RETURNING id AS product_id`);
  return new Set(rows.map((row) => row.product_id));
}
