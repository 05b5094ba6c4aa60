import { z } from "zod";
import { currencySchema, moneySchema } from "@/lib/core/money-schema";
import { pageInput } from "@/lib/core/pagination";
import { idInput, money, positiveMoneySchema } from "../catalog/schemas";
import {
  batchInput,
  externalIdSchema,
  postalAddressDto,
  postalAddressSchema,
  referenceSchema,
  shopInstantSchema,
  storableText,
} from "../records/schemas";

export { idInput };

export const ORDER_STATUSES = ["pending", "paid", "shipped", "delivered", "cancelled", "returned"] as const;
export const SHIPMENT_STATUSES = [
  "pending",
  "in_transit",
  "out_for_delivery",
  "delivered",
  "exception",
] as const;
export const RETURN_STATUSES = ["requested", "approved", "received", "refunded", "rejected"] as const;

export const shipmentDto = z
  .object({
    id: z.uuid(),
    externalId: z.string(),
    carrier: z.string(),
    trackingNumber: z.string(),
    status: z.enum(SHIPMENT_STATUSES),
    shippedAt: z.string().nullable(),
    expectedAt: z.string().nullable(),
    deliveredAt: z.string().optional(),
  })
  .meta({ id: "Shipment" });
export type ShipmentDto = z.infer<typeof shipmentDto>;

export const returnDto = z
  .object({
    id: z.uuid(),
    externalId: z.string(),
    status: z.enum(RETURN_STATUSES),
    reason: z.string().optional(),
    returnedAt: z.string(),
    refund: money,
    lines: z.array(z.object({ productId: z.uuid().nullable(), quantity: z.int(), amount: money })),
  })
  .meta({ id: "Return" });
export type ReturnDto = z.infer<typeof returnDto>;

export const orderLineDto = z
  .object({
    id: z.uuid(),
    productId: z.uuid().nullable(),
    quantity: z.int(),
    unitPrice: money,
    discount: money,
    total: money,
  })
  .meta({ id: "OrderLine" });
export type OrderLineDto = z.infer<typeof orderLineDto>;

export const orderDto = z
  .object({
    id: z.uuid(),
    externalId: z.string(),
    number: z.string(),
    /** Null for a guest. */
    customerId: z.uuid().nullable(),
    status: z.enum(ORDER_STATUSES),
    placedAt: z.string(),
    lines: z.array(orderLineDto),
    discount: money,
    shipping: money,
    total: money,
    /** The total in the shop's base currency, at `fxRate` of its units for one of the order's. */
    baseTotalMinor: z.int(),
    fxRate: z.number(),
    email: z.string().optional(),
    phone: z.string().optional(),
    shippingAddress: postalAddressDto.optional(),
    shipments: z.array(shipmentDto),
    returns: z.array(returnDto),
  })
  .meta({ id: "Order" });
export type OrderDto = z.infer<typeof orderDto>;

const quantity = z.int().min(1).max(1_000_000);

const orderLineInput = z.object({
  product: referenceSchema.nullish(),
  productId: referenceSchema.nullish(),
  quantity,
  unitPrice: positiveMoneySchema,
  discount: positiveMoneySchema.optional(),
  /** Computed; if given, it must agree. */
  total: moneySchema.optional(),
});

const shipmentInput = z.object({
  /** The tracking number where left out. */
  externalId: externalIdSchema.optional(),
  carrier: storableText(100).min(1),
  trackingNumber: storableText(200).min(1),
  status: z.enum(SHIPMENT_STATUSES),
  shippedAt: shopInstantSchema.nullish(),
  expectedAt: shopInstantSchema.nullish(),
  deliveredAt: shopInstantSchema.nullish(),
});

const returnInput = z.object({
  externalId: externalIdSchema,
  status: z.enum(RETURN_STATUSES),
  reason: storableText(1_000).nullish(),
  returnedAt: shopInstantSchema,
  /** Positive: what goes back to the customer. */
  refund: positiveMoneySchema,
  lines: z
    .array(
      z.object({
        product: referenceSchema.nullish(),
        productId: referenceSchema.nullish(),
        quantity,
        amount: positiveMoneySchema,
      }),
    )
    .max(1_000)
    .optional(),
});

/**
 * An order. `lines` replace the stored ones; shipments and returns are added or updated by external id.
 * In an update, an optional field that is left out stays as it is; null clears it.
 */
export const orderInput = z.object({
  externalId: externalIdSchema,
  number: storableText(100).min(1).optional(),
  customer: referenceSchema.nullish(),
  customerId: referenceSchema.nullish(),
  email: z.email().max(320).nullish(),
  phone: storableText(40).nullish(),
  shippingAddress: postalAddressSchema.nullish(),
  status: z.enum(ORDER_STATUSES),
  placedAt: shopInstantSchema,
  currency: currencySchema.optional(),
  /** Units of the shop's base currency for one of the order's; needed where the two differ. */
  fxRate: z.number().min(1e-9).max(1e9).optional(),
  lines: z.array(orderLineInput).min(1, "An order needs at least one line.").max(2_000),
  discount: positiveMoneySchema.optional(),
  shipping: positiveMoneySchema.optional(),
  /** Lines less discount plus shipping; if given, it must agree. */
  total: moneySchema.optional(),
  shipments: z.array(shipmentInput).max(100).optional(),
  returns: z.array(returnInput).max(100).optional(),
});
export type OrderInput = z.output<typeof orderInput>;
export const upsertOrdersInput = batchInput(orderInput);
export type UpsertOrdersInput = z.input<typeof upsertOrdersInput>;

const dayOrInstant = z.union([z.iso.date(), shopInstantSchema]);

export const listOrdersInput = pageInput.extend({
  status: z.enum(ORDER_STATUSES).optional(),
  customerId: z.uuid().optional(),
  /** Beginning of an order number, or of an e-mail address. */
  q: storableText(200).optional(),
  /** Placed at or after: an instant, or a day in the shop's time zone. */
  from: dayOrInstant.optional(),
  /** Placed before: an instant; or up to and with a day in the shop's time zone. */
  to: dayOrInstant.optional(),
  sort: z.enum(["newest", "oldest"]).default("newest"),
});
export type ListOrdersInput = z.input<typeof listOrdersInput>;

export const findOrderForCustomerInput = z.object({
  customerId: z.uuid(),
  number: storableText(100).min(1),
});
export type FindOrderForCustomerInput = z.input<typeof findOrderForCustomerInput>;

export const findOrderByProofInput = z
  .object({
    number: storableText(100).min(1),
    email: storableText(320).optional(),
    phone: storableText(40).optional(),
  })
  .refine((input) => input.email || input.phone, "Give the e-mail address or the phone number on the order.");
export type FindOrderByProofInput = z.input<typeof findOrderByProofInput>;

export const listRecentOrdersInput = z.object({
  customerId: z.uuid(),
  limit: z.int().min(1).max(20).default(5),
});
export type ListRecentOrdersInput = z.input<typeof listRecentOrdersInput>;

/** An order as the customer is told about it: no contact details, no ids of other records but products. */
export interface OrderSummaryDto {
  id: string;
  number: string;
  status: (typeof ORDER_STATUSES)[number];
  placedAt: string;
  total: z.infer<typeof money>;
  items: {
    productId: string | null;
    name: { zh?: string; en?: string; es?: string } | null;
    quantity: number;
  }[];
  /** Of the shipment that left last; null before anything was sent. */
  shipmentId: string | null;
  shipmentStatus: (typeof SHIPMENT_STATUSES)[number] | null;
  carrier: string | null;
  trackingNumber: string | null;
  shippedAt: string | null;
  expectedAt: string | null;
  deliveredAt: string | null;
  returns: {
    status: (typeof RETURN_STATUSES)[number];
    refund: z.infer<typeof money>;
    returnedAt: string;
  }[];
}
