import { type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Transaction } from "@/db/client";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { addDays, startOfDay } from "@/lib/core/dates";
import { notFound } from "@/lib/core/errors";
import { decodeCursor, type Page, toPage } from "@/lib/core/pagination";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { afterCursor, likePattern, orderBy, type SortOrder, toIso } from "../records";
import { toOrderDto } from "./order-rows";
import { readOrderRows } from "./read-orders";
import { idInput, type ListOrdersInput, listOrdersInput, type OrderDto } from "./schemas";
import { startsNumber } from "./starts-number";

type Filters = z.output<typeof listOrdersInput>;

/** Orders with lines, shipments and returns; newest first unless sorted otherwise. */
export async function listOrders(ctx: Context, raw: ListOrdersInput = {}): Promise<Page<OrderDto>> {
  requirePermission(ctx, "orders:read");
  const input = parseInput(listOrdersInput, raw);
  const order: SortOrder = {
    value: sql`o.placed_at`,
    type: "timestamptz",
    id: sql`o.id`,
    descending: input.sort === "newest",
  };
  const after = afterCursor(order, decodeCursor(input.cursor));
  return inTenant(ctx, async ({ tx }) => {
    const filters = await toFilters(tx, ctx.merchantId, input);
    const rows = await readOrderRows(tx, {
      where: sql.join([sql`o.merchant_id = ${ctx.merchantId}`, after, ...filters], sql` AND `),
      orderBy: orderBy(order),
      limit: input.limit + 1,
    });
    return toPage(rows, input.limit, toOrderDto, (row) => ({ value: toIso(row.placed_at), id: row.id }));
  });
}

async function toFilters(tx: Transaction, merchantId: string, input: Filters): Promise<SQL[]> {
  const filters: SQL[] = [];
  if (input.status) filters.push(sql`o.status = ${input.status}`);
  if (input.customerId) filters.push(sql`o.customer_id = ${input.customerId}`);
  if (input.q) filters.push(matches(merchantId, input.q));
  if (input.from || input.to) {
    const isDay = isCalendarDay(input.from) || isCalendarDay(input.to);
    const timeZone = isDay ? await readTimeZone(tx, merchantId) : "UTC";
    if (input.from) filters.push(sql`o.placed_at >= ${startsAt(input.from, timeZone)}::timestamptz`);
    if (input.to) {
      const end = isCalendarDay(input.to) ? addDays(input.to, 1) : input.to;
      filters.push(sql`o.placed_at < ${startsAt(end, timeZone)}::timestamptz`);
    }
  }
  return filters;
}

function matches(merchantId: string, q: string): SQL {
  if (!q.includes("@")) return startsNumber(q);
  const pattern = likePattern(q, "start");
  return sql`(lower(o.email) LIKE lower(${pattern}) OR o.customer_id IN (
    SELECT c.id FROM customers c WHERE c.merchant_id = ${merchantId} AND lower(c.email) LIKE lower(${pattern})))`;
}

function isCalendarDay(value: string | undefined): value is string {
  return value?.length === 10;
}

function startsAt(value: string, timeZone: string): string {
  return isCalendarDay(value) ? startOfDay(value, timeZone).toISOString() : value;
}

async function readTimeZone(tx: Transaction, merchantId: string): Promise<string> {
  const [row] = await tx.execute<{ time_zone: string }>(
    sql`SELECT time_zone FROM merchants WHERE id = ${merchantId}`,
  );
  if (!row) throw notFound("shop");
  return row.time_zone;
}

export async function getOrder(ctx: Context, raw: { id: string }): Promise<OrderDto> {
  requirePermission(ctx, "orders:read");
  const { id } = parseInput(idInput, raw);
  return inTenant(ctx, async ({ tx }) => {
    const where = sql`o.merchant_id = ${ctx.merchantId} AND o.id = ${id}`;
    const [row] = await readOrderRows(tx, { where, orderBy: sql`o.id`, limit: 1 });
    if (!row) throw notFound("order");
    return toOrderDto(row);
  });
}
