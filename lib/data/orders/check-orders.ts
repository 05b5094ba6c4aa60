import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { PostalAddress } from "@/db/schema/orders";
import { type Batch, type FindReference, findReferences, keepEntries, missingReference } from "../records";
import type { BatchError, Reference } from "../records/schemas";
import { type PricedOrder, priceOrder } from "./price-order";
import type { OrderInput } from "./schemas";

export interface StoredOrder extends Record<string, unknown> {
  id: string;
  external_id: string;
  number: string;
  customer_id: string | null;
  email: string | null;
  phone: string | null;
  shipping_address: PostalAddress | null;
  currency: string;
  fx_rate: string;
  /** A customer or a person of the shop cancelled it here. */
  is_cancelled_here: boolean;
}

/** What is known about the orders of a batch once those that cannot go in are turned away. */
export interface CheckedOrders {
  stored: Map<string, StoredOrder>;
  priced: Map<string, PricedOrder>;
  findCustomer: FindReference;
  findProduct: FindReference;
}

/** Reads what a batch refers to, a statement for each kind, and rejects the items that do not hold. */
export async function checkOrders(
  tx: Transaction,
  merchantId: string,
  batch: Batch<OrderInput>,
): Promise<CheckedOrders> {
  const items = batch.entries.map(({ item }) => item);
  const findCustomer = await findReferences(
    tx,
    merchantId,
    "customer",
    items.flatMap((item) => customerOf(item) ?? []),
  );
  const findProduct = await findReferences(
    tx,
    merchantId,
    "product",
    items.flatMap((item) => productsOf(item).map(([, reference]) => reference)),
  );
  const [shop] = await tx.execute<{ base_currency: string }>(
    sql`SELECT base_currency FROM merchants WHERE id = ${merchantId}`,
  );
  const stored = await readStored(
    tx,
    merchantId,
    items.map((item) => item.externalId),
  );
  const returnOwners = await readReturnOwners(tx, merchantId, items);
  const priced = new Map<string, PricedOrder>();
  keepEntries(batch, (item) => {
    const old = stored.get(item.externalId);
    const error =
      checkReferences(item, findCustomer, findProduct) ??
      checkShipments(item) ??
      checkReturns(item, returnOwners);
    if (error) return error;
    const result = priceOrder(item, shop!.base_currency, rateOf(old, item));
    if ("error" in result) return result.error;
    priced.set(item.externalId, result.priced);
    for (const returned of item.returns ?? []) returnOwners.set(returned.externalId, item.externalId);
    return null;
  });
  return { stored, priced, findCustomer, findProduct };
}

export function customerOf(item: OrderInput): Reference | null | undefined {
  return item.customer === undefined ? item.customerId : item.customer;
}

export function productOf(line: {
  product?: Reference | null | undefined;
  productId?: Reference | null | undefined;
}): Reference | null | undefined {
  return line.product === undefined ? line.productId : line.product;
}

function productsOf(item: OrderInput): [path: string, reference: Reference][] {
  const named: [string, Reference | null | undefined][] = [
    ...item.lines.map((line, at): [string, Reference | null | undefined] => [
      `lines.${at}.product`,
      productOf(line),
    ]),
    ...(item.returns ?? []).flatMap((returned, at) =>
      (returned.lines ?? []).map((line, lineAt): [string, Reference | null | undefined] => [
        `returns.${at}.lines.${lineAt}.product`,
        productOf(line),
      ]),
    ),
  ];
  return named.filter((entry): entry is [string, Reference] => entry[1] != null);
}

function rateOf(old: StoredOrder | undefined, item: OrderInput): number | undefined {
  const currency = item.currency ?? item.lines[0]!.unitPrice.currency;
  return old?.currency === currency ? Number(old.fx_rate) : undefined;
}

async function readStored(
  tx: Transaction,
  merchantId: string,
  externalIds: string[],
): Promise<Map<string, StoredOrder>> {
  const rows = await tx.execute<StoredOrder>(sql`
    SELECT id, external_id, number, customer_id, email, phone, shipping_address, currency, fx_rate,
      status = 'cancelled' AND EXISTS (SELECT FROM order_requests q
        WHERE q.merchant_id = orders.merchant_id AND q.order_id = orders.id
          AND q.kind = 'cancel' AND q.status <> 'rejected') AS is_cancelled_here
    FROM orders
    WHERE merchant_id = ${merchantId}
      AND external_id IN (SELECT jsonb_array_elements_text(${JSON.stringify(externalIds)}::jsonb))
    ORDER BY external_id FOR UPDATE`);
  return new Map(rows.map((row) => [row.external_id, row]));
}

/** Return's external id → external id of the order that it belongs to. */
async function readReturnOwners(
  tx: Transaction,
  merchantId: string,
  items: OrderInput[],
): Promise<Map<string, string>> {
  const externalIds = items.flatMap((item) => (item.returns ?? []).map((returned) => returned.externalId));
  if (externalIds.length === 0) return new Map();
  const rows = await tx.execute<{ return_id: string; order_id: string }>(sql`
    SELECT r.external_id AS return_id, o.external_id AS order_id
    FROM returns r JOIN orders o ON o.merchant_id = r.merchant_id AND o.id = r.order_id
    WHERE r.merchant_id = ${merchantId}
      AND r.external_id IN (SELECT jsonb_array_elements_text(${JSON.stringify(externalIds)}::jsonb))`);
  return new Map(rows.map((row) => [row.return_id, row.order_id]));
}

function checkReferences(
  item: OrderInput,
  findCustomer: FindReference,
  findProduct: FindReference,
): BatchError | null {
  const customer = customerOf(item);
  if (customer && !findCustomer(customer)) return missingReference("customer", customer, "customer");
  const product = productsOf(item).find(([, reference]) => !findProduct(reference));
  return product ? missingReference("product", product[1], product[0]) : null;
}

function checkShipments(item: OrderInput): BatchError | null {
  const seen = new Set<string>();
  for (const [at, shipment] of (item.shipments ?? []).entries()) {
    const externalId = shipment.externalId ?? shipment.trackingNumber;
    if (seen.has(externalId)) {
      const message = `The order names the shipment “${externalId}” twice.`;
      return { code: "conflict", message, path: `shipments.${at}.externalId` };
    }
    seen.add(externalId);
  }
  return null;
}

function checkReturns(item: OrderInput, owners: ReadonlyMap<string, string>): BatchError | null {
  const seen = new Set<string>();
  for (const [at, { externalId }] of (item.returns ?? []).entries()) {
    const owner = owners.get(externalId);
    if (seen.has(externalId) || (owner !== undefined && owner !== item.externalId)) {
      const message = seen.has(externalId)
        ? `The order names the return “${externalId}” twice.`
        : `The return “${externalId}” belongs to the order “${owner}”.`;
      return { code: "conflict", message, path: `returns.${at}.externalId` };
    }
    seen.add(externalId);
  }
  return null;
}
