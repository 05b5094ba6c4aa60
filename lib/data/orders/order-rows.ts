import type { PostalAddress } from "@/db/schema/orders";
import { toIso } from "../records";
import type { OrderDto, OrderLineDto, ReturnDto, ShipmentDto } from "./schemas";

type LineTuple = [
  id: string,
  productId: string | null,
  quantity: number,
  unitPrice: number,
  discount: number,
  total: number,
];

type ShipmentTuple = [
  id: string,
  externalId: string,
  carrier: string,
  trackingNumber: string,
  status: ShipmentDto["status"],
  shippedAt: string | null,
  expectedAt: string | null,
  deliveredAt: string | null,
];

export type ReturnTuple = [
  id: string,
  externalId: string,
  status: ReturnDto["status"],
  reason: string | null,
  returnedAt: string,
  currency: string,
  refund: number,
  lines: [productId: string | null, quantity: number, amount: number][] | null,
];

export interface OrderRow extends Record<string, unknown> {
  id: string;
  external_id: string;
  number: string;
  customer_id: string | null;
  status: OrderDto["status"];
  placed_at: string;
  currency: string;
  discount_minor: number;
  shipping_minor: number;
  total_minor: number;
  base_total_minor: number;
  fx_rate: string;
  email: string | null;
  phone: string | null;
  shipping_address: PostalAddress | null;
  lines: LineTuple[] | null;
  shipments: ShipmentTuple[] | null;
  returns: ReturnTuple[] | null;
}

export function toOrderDto(row: OrderRow): OrderDto {
  const { currency } = row;
  const money = (amountMinor: number) => ({ amountMinor, currency });
  return {
    id: row.id,
    externalId: row.external_id,
    number: row.number,
    customerId: row.customer_id,
    status: row.status,
    placedAt: toIso(row.placed_at),
    lines: (row.lines ?? []).map(
      ([id, productId, quantity, unitPrice, discount, total]): OrderLineDto => ({
        id,
        productId,
        quantity,
        unitPrice: { amountMinor: unitPrice, currency },
        discount: { amountMinor: discount, currency },
        total: { amountMinor: total, currency },
      }),
    ),
    discount: money(row.discount_minor),
    shipping: money(row.shipping_minor),
    total: money(row.total_minor),
    baseTotalMinor: row.base_total_minor,
    fxRate: Number(row.fx_rate),
    ...(row.email === null ? {} : { email: row.email }),
    ...(row.phone === null ? {} : { phone: row.phone }),
    ...(row.shipping_address === null ? {} : { shippingAddress: row.shipping_address }),
    shipments: (row.shipments ?? []).map(toShipmentDto),
    returns: (row.returns ?? []).map(toReturnDto),
  };
}

function toShipmentDto(tuple: ShipmentTuple): ShipmentDto {
  const [id, externalId, carrier, trackingNumber, status, shippedAt, expectedAt, deliveredAt] = tuple;
  return {
    id,
    externalId,
    carrier,
    trackingNumber,
    status,
    shippedAt: toIso(shippedAt),
    expectedAt: toIso(expectedAt),
    ...(deliveredAt === null ? {} : { deliveredAt: toIso(deliveredAt) }),
  };
}

export function toReturnDto(tuple: ReturnTuple): ReturnDto {
  const [id, externalId, status, reason, returnedAt, currency, refund, lines] = tuple;
  return {
    id,
    externalId,
    status,
    ...(reason === null ? {} : { reason }),
    returnedAt: toIso(returnedAt),
    refund: { amountMinor: refund, currency },
    lines: (lines ?? []).map(([productId, quantity, amount]) => ({
      productId,
      quantity,
      amount: { amountMinor: amount, currency },
    })),
  };
}
