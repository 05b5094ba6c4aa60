import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { closeBatch, openBatch, upsertByExternalId } from "../records";
import type { BatchAnswer } from "../records/schemas";
import { type CheckedOrders, checkOrders, customerOf, type StoredOrder } from "./check-orders";
import { ORDERS } from "./order-tables";
import { type OrderInput, orderInput, type UpsertOrdersInput, upsertOrdersInput } from "./schemas";
import { writeOrderParts } from "./write-order-parts";

/**
 * Creates or updates orders by external id, with lines, shipments and returns; each item succeeds or fails by
 * itself. An order that was cancelled here stays so until the merchant's system says that it left after all. Totals
 * are computed and checked. Stock is not touched: it is what the merchant's own system says.
 */
export async function upsertOrders(ctx: Context, raw: UpsertOrdersInput): Promise<BatchAnswer> {
  requirePermission(ctx, "orders:write");
  const batch = openBatch(orderInput, parseInput(upsertOrdersInput, raw).items);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const now = ctx.now();
    const checked = await checkOrders(tx, ctx.merchantId, batch);
    const rows = batch.entries.map(({ item }) => toRow(item, checked, now));
    const outcome = await upsertByExternalId(tx, ctx.merchantId, ORDERS, rows, now);
    const customerIds = new Map(rows.map((row) => [row.external_id, row.customer_id]));
    const orders = batch.entries.map(({ item }) => ({
      id: outcome.get(item.externalId)!.id,
      customerId: customerIds.get(item.externalId) ?? null,
      item,
      priced: checked.priced.get(item.externalId)!,
    }));
    const touched = await writeOrderParts(tx, ctx.merchantId, orders, checked, now);
    for (const { index, item } of batch.entries) {
      const { id, status } = outcome.get(item.externalId)!;
      batch.results[index] = {
        index,
        id,
        status: status === "unchanged" && touched.has(id) ? "updated" : status,
      };
    }
    return closeBatch(tx, ctx, batch, { action: "orders.upserted", type: "order" });
  });
}

/** What a system that has not heard of the cancelling still believes of the order. */
const BEFORE_LEAVING: readonly OrderInput["status"][] = ["pending", "paid"];

const statusOf = (given: OrderInput["status"], old: StoredOrder | undefined) =>
  old?.is_cancelled_here && BEFORE_LEAVING.includes(given) ? "cancelled" : given;

function toRow(item: OrderInput, { stored, priced, findCustomer }: CheckedOrders, now: Date) {
  const old = stored.get(item.externalId);
  const amounts = priced.get(item.externalId)!;
  const customer = customerOf(item);
  return {
    id: newId(),
    external_id: item.externalId,
    number: item.number ?? old?.number ?? item.externalId,
    customer_id:
      customer === undefined ? (old?.customer_id ?? null) : customer && (findCustomer(customer) ?? null),
    email: item.email === undefined ? (old?.email ?? null) : item.email,
    phone: item.phone === undefined ? (old?.phone ?? null) : item.phone,
    shipping_address:
      item.shippingAddress === undefined ? (old?.shipping_address ?? null) : item.shippingAddress,
    status: statusOf(item.status, old),
    placed_at: item.placedAt,
    currency: amounts.currency,
    discount_minor: amounts.discountMinor,
    shipping_minor: amounts.shippingMinor,
    total_minor: amounts.totalMinor,
    base_total_minor: amounts.baseTotalMinor,
    fx_rate: amounts.fxRate,
    created_at: now.toISOString(),
  };
}
