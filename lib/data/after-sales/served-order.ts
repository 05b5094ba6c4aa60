import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { LocalizedName } from "@/db/schema/catalog";
import type { PostalAddress } from "@/db/schema/orders";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import type { OrderDto, ReturnDto, ShipmentDto } from "../orders/schemas";
import { toIso } from "../records";
import { mayBeServed, type ServedPerson } from "./served-person";

export interface ServedLine {
  id: string;
  productId: string | null;
  name: LocalizedName | null;
  options: Record<string, LocalizedName> | null;
  quantity: number;
  unitPriceMinor: number;
  discountMinor: number;
  totalMinor: number;
  /** Already back, or on the way back. */
  returned: number;
  /** Given back for a lower price since, each time for the pieces that had not come back by then. */
  granted: { quantity: number; amountMinor: number }[];
  /** Those of the product and all above them. */
  categoryIds: string[];
  /** The product's list price today; null for a line without a product. */
  list: { amountMinor: number; currency: string } | null;
  variantGroup: string | null;
}

export interface ServedShipment {
  status: ShipmentDto["status"];
  carrier: string;
  trackingNumber: string;
  shippedAt: string | null;
  expectedAt: string | null;
  deliveredAt: string | null;
}

/** An order with all that rules of service look at. */
export interface ServedOrder {
  id: string;
  number: string;
  customerId: string | null;
  status: OrderDto["status"];
  placedAt: string;
  currency: string;
  fxRate: number;
  discountMinor: number;
  shippingMinor: number;
  totalMinor: number;
  shippingAddress: PostalAddress | null;
  lines: ServedLine[];
  /** The one that left last comes first. */
  shipments: ServedShipment[];
  /** What has gone back or will, by returns that were not rejected and by lower prices made good. */
  refundedMinor: number;
  /** Part of the total that is still to pay: what came on top by changed lines. */
  unpaidMinor: number;
  shop: { baseCurrency: string; timeZone: string };
}

/**
 * Reads an order for the person who is served with it.
 * @param mode `lock` keeps everybody else from changing it until the transaction ends.
 * @throws AppError `not_found` for what is not there, not this shop's, or not this person's.
 */
export async function readServedOrder(
  tx: Transaction,
  ctx: Context,
  input: { orderId: string; person: ServedPerson | undefined; mode: "read" | "lock" },
): Promise<ServedOrder> {
  const [row] = await tx.execute<OrderRow>(sql`
    SELECT o.id, o.number, o.customer_id, o.status, o.placed_at, o.currency, o.fx_rate, o.discount_minor,
      o.shipping_minor, o.total_minor, o.shipping_address
    FROM orders o WHERE o.merchant_id = ${ctx.merchantId} AND o.id = ${input.orderId}
    ${input.mode === "lock" ? sql`FOR UPDATE` : sql``}`);
  const isTheirs =
    row && (await mayBeServed(tx, ctx, { id: row.id, customerId: row.customer_id }, input.person));
  if (!row || !isTheirs) throw notFound("order");
  const [parts] = await tx.execute<PartsRow>(partsStatement(ctx.merchantId, row.id));
  return toServedOrder(row, parts!);
}

function partsStatement(merchantId: string, orderId: string) {
  return sql`
    SELECT m.base_currency, m.time_zone,
      (SELECT json_agg(json_build_object('id', l.id, 'productId', l.product_id, 'name', p.name, 'options', p.options,
          'quantity', l.quantity, 'unitPriceMinor', l.unit_price_minor, 'discountMinor', l.discount_minor,
          'totalMinor', l.total_minor, 'variantGroup', p.variant_group, 'listMinor', p.price_minor,
          'listCurrency', p.currency, 'categoryIds', ARRAY(
            WITH RECURSIVE above AS (
              SELECT c.id, c.parent_id FROM product_categories pc
              JOIN categories c ON c.merchant_id = pc.merchant_id AND c.id = pc.category_id
              WHERE pc.merchant_id = l.merchant_id AND pc.product_id = l.product_id
              UNION SELECT c.id, c.parent_id FROM categories c
              JOIN above ON c.merchant_id = ${merchantId} AND c.id = above.parent_id)
            SELECT id FROM above)) ORDER BY l.position)
       FROM order_lines l LEFT JOIN products p ON p.merchant_id = l.merchant_id AND p.id = l.product_id
       WHERE l.merchant_id = m.id AND l.order_id = ${orderId}) AS lines,
      (SELECT json_agg(json_build_object('status', s.status, 'carrier', s.carrier,
          'trackingNumber', s.tracking_number, 'shippedAt', s.shipped_at, 'expectedAt', s.expected_at,
          'deliveredAt', s.delivered_at) ORDER BY s.shipped_at DESC NULLS LAST, s.id DESC)
       FROM shipments s WHERE s.merchant_id = m.id AND s.order_id = ${orderId}) AS shipments,
      (SELECT json_agg(json_build_object('status', r.status, 'refundMinor', r.refund_minor, 'lines',
          (SELECT json_agg(json_build_object('productId', rl.product_id, 'quantity', rl.quantity))
           FROM return_lines rl WHERE rl.merchant_id = r.merchant_id AND rl.return_id = r.id)))
       FROM returns r WHERE r.merchant_id = m.id AND r.order_id = ${orderId} AND r.status <> 'rejected') AS returns,
      (SELECT json_agg(g.result->'details'->'lines') FROM order_requests g
       WHERE g.merchant_id = m.id AND g.order_id = ${orderId} AND g.kind = 'price_protection'
         AND g.status <> 'rejected') AS granted,
      (SELECT coalesce(sum(g.due_minor), 0)::bigint FROM order_requests g
       WHERE g.merchant_id = m.id AND g.order_id = ${orderId} AND g.kind = 'change_lines'
         AND g.status = 'open') AS unpaid_minor
    FROM merchants m WHERE m.id = ${merchantId}`;
}

interface OrderRow extends Record<string, unknown> {
  id: string;
  number: string;
  customer_id: string | null;
  status: OrderDto["status"];
  placed_at: string;
  currency: string;
  fx_rate: string;
  discount_minor: number;
  shipping_minor: number;
  total_minor: number;
  shipping_address: PostalAddress | null;
}

type LinePart = Omit<ServedLine, "returned" | "granted" | "list"> & {
  listMinor: number | null;
  listCurrency: string | null;
};

interface Grant {
  lineId: string;
  quantity: number;
  amountMinor: number;
}

interface PartsRow extends Record<string, unknown> {
  base_currency: string;
  time_zone: string;
  lines: LinePart[] | null;
  shipments: ServedShipment[] | null;
  returns:
    | {
        status: ReturnDto["status"];
        refundMinor: number;
        lines: { productId: string | null; quantity: number }[] | null;
      }[]
    | null;
  granted: (Grant[] | null)[] | null;
  unpaid_minor: number;
}

function toServedOrder(row: OrderRow, parts: PartsRow): ServedOrder {
  const granted = (parts.granted ?? []).flatMap((lines) => lines ?? []);
  const returns = parts.returns ?? [];
  const returnedSum = returns.reduce((sum, { refundMinor }) => sum + refundMinor, 0);
  const grantedSum = granted.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  return {
    id: row.id,
    number: row.number,
    customerId: row.customer_id,
    status: row.status,
    placedAt: toIso(row.placed_at),
    currency: row.currency,
    fxRate: Number(row.fx_rate),
    discountMinor: row.discount_minor,
    shippingMinor: row.shipping_minor,
    totalMinor: row.total_minor,
    shippingAddress: row.shipping_address,
    lines: toLines(
      parts.lines ?? [],
      returns.flatMap(({ lines }) => lines ?? []),
      granted,
    ),
    shipments: (parts.shipments ?? []).map((shipment) => ({
      ...shipment,
      shippedAt: toIso(shipment.shippedAt),
      expectedAt: toIso(shipment.expectedAt),
      deliveredAt: toIso(shipment.deliveredAt),
    })),
    refundedMinor: returnedSum + grantedSum,
    unpaidMinor: parts.unpaid_minor,
    shop: { baseCurrency: parts.base_currency, timeZone: parts.time_zone },
  };
}

/** Returns name products, not lines: where several lines have the same product, the first is taken as back first. */
function toLines(
  parts: LinePart[],
  returned: { productId: string | null; quantity: number }[],
  granted: Grant[],
): ServedLine[] {
  const back = new Map<string | null, number>();
  for (const { productId, quantity } of returned) back.set(productId, (back.get(productId) ?? 0) + quantity);
  return parts.map(({ listMinor, listCurrency, ...line }) => {
    const ofProduct = back.get(line.productId) ?? 0;
    const taken = Math.min(line.quantity, ofProduct);
    back.set(line.productId, ofProduct - taken);
    return {
      ...line,
      returned: taken,
      granted: granted.filter(({ lineId }) => lineId === line.id),
      list:
        listMinor === null || listCurrency === null
          ? null
          : { amountMinor: listMinor, currency: listCurrency },
    };
  });
}
