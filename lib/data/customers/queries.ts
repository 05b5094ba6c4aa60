import { and, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { customers } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { decodeCursor, type Page, toPage } from "@/lib/core/pagination";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { afterCursor, likePattern, orderBy, type SortOrder } from "../records";
import { findCustomer, toCustomerDto } from "./internal";
import { type CustomerDto, idInput, type ListCustomersInput, listCustomersInput } from "./schemas";

/** Customers, newest first. Merged and erased records are left out. */
export async function listCustomers(ctx: Context, raw: ListCustomersInput = {}): Promise<Page<CustomerDto>> {
  requirePermission(ctx, "customers:read");
  const input = parseInput(listCustomersInput, raw);
  const order: SortOrder = {
    value: sql`${customers.createdAt}`,
    type: "timestamptz",
    id: sql`${customers.id}`,
    descending: true,
  };
  const position = afterCursor(order, decodeCursor(input.cursor));
  return inTenant(ctx, async ({ tx }) => {
    const rows = await tx
      .select()
      .from(customers)
      .where(
        and(
          eq(customers.merchantId, ctx.merchantId),
          isNull(customers.mergedIntoId),
          isNull(customers.erasedAt),
          input.locale ? eq(customers.locale, input.locale) : undefined,
          input.country ? eq(customers.country, input.country) : undefined,
          input.q ? matches(input.q) : undefined,
          position,
        ),
      )
      .orderBy(orderBy(order))
      .limit(input.limit + 1);
    return toPage(rows, input.limit, toCustomerDto, (row) => ({
      value: row.createdAt.toISOString(),
      id: row.id,
    }));
  });
}

function matches(q: string): SQL {
  const pattern = likePattern(q, "anywhere");
  const digits = q.replace(/\D/g, "");
  // Phone numbers are compared by digits, since every source spaces them otherwise.
  const phone =
    digits.length >= 4
      ? sql` OR regexp_replace(${customers.phone}, '\\D', '', 'g') LIKE ${`%${digits}%`}`
      : sql``;
  return sql`(${customers.name} ILIKE ${pattern} OR ${customers.email} ILIKE ${pattern}
    OR ${customers.externalId} ILIKE ${pattern}${phone})`;
}

/** One customer; the id of a merged record gives the one it was merged into. */
export async function getCustomer(ctx: Context, raw: { id: string }): Promise<CustomerDto> {
  requirePermission(ctx, "customers:read");
  const { id } = parseInput(idInput, raw);
  return inTenant(ctx, async ({ tx }) => {
    const row = await findCustomer(tx, ctx.merchantId, id);
    if (!row) throw notFound("customer");
    return toCustomerDto(row);
  });
}

/** Names by id, for pages that list orders or conversations. */
export async function getCustomerNames(
  ctx: Context,
  ids: readonly string[],
): Promise<Record<string, string | null>> {
  requirePermission(ctx, "customers:read");
  if (ids.length === 0) return {};
  return inTenant(ctx, async ({ tx }) => {
    const rows = await tx
      .select({ id: customers.id, name: customers.name })
      .from(customers)
      .where(and(eq(customers.merchantId, ctx.merchantId), inArray(customers.id, [...ids])));
    return Object.fromEntries(rows.map((row) => [row.id, row.name]));
  });
}
