import { and, eq, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { categories, suppliers } from "@/db/schema";
import type { LocalizedName } from "@/db/schema/catalog";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { decodeCursor, type Page, pageInput, toPage } from "@/lib/core/pagination";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { afterCursor, likePattern, orderBy, type SortOrder, toIso } from "../records";
import { type ProductRow, toCategoryDto, toProductDto, toSupplierDto } from "./internal";
import {
  type CategoryDto,
  idInput,
  type ListProductsInput,
  listProductsInput,
  type ProductDto,
  type SupplierDto,
} from "./schemas";

export async function listCategories(
  ctx: Context,
  raw: z.input<typeof pageInput> = {},
): Promise<Page<CategoryDto>> {
  requirePermission(ctx, "products:read");
  const { limit, cursor } = parseInput(pageInput, raw);
  const order = newest(sql`${categories.createdAt}`, sql`${categories.id}`);
  return inTenant(ctx, async ({ tx }) => {
    const rows = await tx
      .select()
      .from(categories)
      .where(and(eq(categories.merchantId, ctx.merchantId), afterCursor(order, decodeCursor(cursor))))
      .orderBy(orderBy(order))
      .limit(limit + 1);
    return toPage(rows, limit, toCategoryDto, (row) => ({ value: row.createdAt.toISOString(), id: row.id }));
  });
}

export async function listSuppliers(
  ctx: Context,
  raw: z.input<typeof pageInput> = {},
): Promise<Page<SupplierDto>> {
  requirePermission(ctx, "products:read");
  const { limit, cursor } = parseInput(pageInput, raw);
  const order = newest(sql`${suppliers.createdAt}`, sql`${suppliers.id}`);
  return inTenant(ctx, async ({ tx }) => {
    const rows = await tx
      .select()
      .from(suppliers)
      .where(and(eq(suppliers.merchantId, ctx.merchantId), afterCursor(order, decodeCursor(cursor))))
      .orderBy(orderBy(order))
      .limit(limit + 1);
    return toPage(rows, limit, toSupplierDto, (row) => ({ value: row.createdAt.toISOString(), id: row.id }));
  });
}

const PRODUCT_COLUMNS = sql`p.id, p.external_id, p.sku, p.name, p.price_minor, p.cost_minor, p.currency,
  p.on_hand, p.reserved, p.reorder_point, p.supplier_id, p.variant_group, p.options, p.status, p.created_at, p.updated_at,
  ARRAY(SELECT pc.category_id::text FROM product_categories pc
        WHERE pc.merchant_id = p.merchant_id AND pc.product_id = p.id ORDER BY pc.category_id) AS category_ids`;

const AVAILABLE = sql`(p.on_hand::bigint - p.reserved)`;
const PRODUCT_ID = sql`p.id`;
const PRODUCT_ORDERS: Record<z.output<typeof listProductsInput>["sort"], SortOrder> = {
  newest: newest(sql`p.created_at`, PRODUCT_ID),
  sku: { value: sql`p.sku`, type: "text", id: PRODUCT_ID, descending: false },
  price: { value: sql`p.price_minor`, type: "bigint", id: PRODUCT_ID, descending: false },
  "-price": { value: sql`p.price_minor`, type: "bigint", id: PRODUCT_ID, descending: true },
  available: { value: AVAILABLE, type: "bigint", id: PRODUCT_ID, descending: false },
};

/** Products by text, status, stock and category; newest first unless sorted otherwise. */
export async function listProducts(ctx: Context, raw: ListProductsInput = {}): Promise<Page<ProductDto>> {
  requirePermission(ctx, "products:read");
  const input = parseInput(listProductsInput, raw);
  const order = PRODUCT_ORDERS[input.sort];
  const where = sql.join(
    [
      sql`p.merchant_id = ${ctx.merchantId}`,
      afterCursor(order, decodeCursor(input.cursor)),
      ...productFilters(input),
    ],
    sql` AND `,
  );
  return inTenant(ctx, async ({ tx }) => {
    const rows = await tx.execute<ProductRow>(sql`
      SELECT ${PRODUCT_COLUMNS} FROM products p WHERE ${where} ORDER BY ${orderBy(order)} LIMIT ${input.limit + 1}`);
    return toPage([...rows], input.limit, toProductDto, (row) => ({
      value: sortValue(row, input.sort),
      id: row.id,
    }));
  });
}

function* productFilters(input: z.output<typeof listProductsInput>): Generator<SQL> {
  if (input.q) {
    const pattern = likePattern(input.q, "anywhere");
    yield sql`(p.sku ILIKE ${pattern} OR p.external_id ILIKE ${pattern} OR p.name->>'zh' ILIKE ${pattern}
      OR p.name->>'en' ILIKE ${pattern} OR p.name->>'es' ILIKE ${pattern})`;
  }
  if (input.status) yield sql`p.status = ${input.status}`;
  if (input.stock === "low") yield sql`${AVAILABLE} <= p.reorder_point`;
  if (input.stock === "out") yield sql`${AVAILABLE} <= 0`;
  if (input.categoryId) {
    yield sql`p.id IN (SELECT pc.product_id FROM product_categories pc
      WHERE pc.merchant_id = p.merchant_id AND pc.category_id = ${input.categoryId})`;
  }
}

function sortValue(row: ProductRow, sort: z.output<typeof listProductsInput>["sort"]): string {
  switch (sort) {
    case "newest":
      return toIso(row.created_at);
    case "sku":
      return row.sku;
    case "price":
    case "-price":
      return String(row.price_minor);
    case "available":
      return String(row.on_hand - row.reserved);
  }
}

export async function getProduct(ctx: Context, raw: { id: string }): Promise<ProductDto> {
  requirePermission(ctx, "products:read");
  const { id } = parseInput(idInput, raw);
  return inTenant(ctx, async ({ tx }) => {
    const [row] = await tx.execute<ProductRow>(sql`
      SELECT ${PRODUCT_COLUMNS} FROM products p WHERE p.merchant_id = ${ctx.merchantId} AND p.id = ${id}`);
    if (!row) throw notFound("product");
    return toProductDto(row);
  });
}

export type NamedProduct = {
  sku: string;
  name: LocalizedName;
  /** What tells a variant from its sisters: colour, size. */
  options: Record<string, LocalizedName>;
};

/** Names of products by id, for pages that show orders or events. Ids that do not exist are left out. */
export async function getProductNames(
  ctx: Context,
  ids: readonly string[],
): Promise<Record<string, NamedProduct>> {
  requirePermission(ctx, "products:read");
  return inTenant(ctx, async ({ tx }) => {
    const rows = await tx.execute<NamedProduct & { id: string }>(sql`
      SELECT id, sku, name, coalesce(options, '{}') AS options FROM products WHERE merchant_id = ${ctx.merchantId}
        AND id IN (SELECT jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)`);
    return Object.fromEntries(rows.map(({ id, ...named }) => [id, named]));
  });
}

function newest(value: SQL, id: SQL): SortOrder {
  return { value, type: "timestamptz", id, descending: true };
}
