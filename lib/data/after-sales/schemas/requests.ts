import { z } from "zod";
import { pageInput } from "@/lib/core/pagination";
import { money } from "../../catalog/schemas";
import { storableText } from "../../records/schemas";
import { evidenceDto } from "./evidence";

export const REQUEST_KINDS = [
  "cancel",
  "change_lines",
  "change_address",
  "return",
  "exchange",
  "invoice",
  "price_protection",
] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];
export const REQUEST_STATUSES = ["open", "done", "rejected"] as const;

/** Why something cannot be done. Codes are a contract: none is ever renamed. */
export const REFUSAL_REASONS = [
  "not_offered",
  "already_paid",
  "already_packed",
  "already_shipped",
  "already_delivered",
  "already_cancelled",
  "already_returned",
  "already_requested",
  "not_paid_yet",
  "not_shipped_yet",
  "not_delivered_yet",
  "window_over",
  "category_excluded",
  "opened_not_accepted",
  "opened_not_stated",
  "quantity_exceeded",
  "unknown_line",
  "nothing_changes",
  "nothing_left",
  "not_a_variant",
  "out_of_stock",
  "price_unknown",
  "price_not_lower",
  "price_made_good",
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** A refusal with the facts that explain it; which are there follows from the reason. */
export const refusalDto = z
  .object({
    isPossible: z.literal(false),
    reason: z.enum(REFUSAL_REASONS),
    shippedAt: z.string().nullable().optional(),
    expectedAt: z.string().nullable().optional(),
    deliveredAt: z.string().nullable().optional(),
    carrier: z.string().nullable().optional(),
    trackingNumber: z.string().nullable().optional(),
    /** The window that is over: how long it was, and the instant at which it ended. */
    windowDays: z.int().optional(),
    endedAt: z.string().optional(),
    lineId: z.uuid().optional(),
    productId: z.uuid().nullable().optional(),
    categoryIds: z.array(z.uuid()).optional(),
    /** Pieces that could still be had, or given back. */
    available: z.int().optional(),
    /** The request that says so already. */
    requestId: z.uuid().optional(),
    requestStatus: z.enum(REQUEST_STATUSES).optional(),
  })
  .meta({ id: "Refusal" });
export type Refusal = z.infer<typeof refusalDto>;

export const orderIdInput = z.object({ orderId: z.uuid() });

/** What every change of an order carries beside its own fields. */
export const requestFields = {
  orderId: z.uuid(),
  /** The caller's own name of this wish: sent again, it gives the stored answer and changes nothing. */
  requestKey: storableText(200).min(1),
  /** The conversation in which it was asked for; its desk hears of it. */
  conversationId: z.uuid().optional(),
};

/** A request as histories show it. `details` are of its kind. */
export function requestDto<Details extends z.ZodType>(details: Details) {
  return z.object({
    id: z.uuid(),
    kind: z.enum(REQUEST_KINDS),
    orderId: z.uuid(),
    orderNumber: z.string(),
    /** `open`: people have something left to do about it. */
    status: z.enum(REQUEST_STATUSES),
    /** What goes back to the customer, and what the customer still has to pay. */
    refund: money.nullable(),
    due: money.nullable(),
    details,
    createdAt: z.string(),
  });
}
export type RequestDto<Details> = Omit<z.infer<ReturnType<typeof requestDto>>, "details"> & {
  details: Details;
};

export const orderRequestDto = requestDto(z.record(z.string(), z.unknown()))
  .extend({
    customerId: z.uuid().nullable(),
    returnId: z.uuid().nullable(),
    conversationId: z.uuid().nullable(),
    /** What the customer said about the goods: their words, and whether they were opened; null where nothing. */
    remark: z.string().nullable(),
    isOpened: z.boolean().nullable(),
    evidence: z.array(evidenceDto),
    actor: z.object({ type: z.string(), name: z.string() }),
    note: z.string().nullable(),
    closedAt: z.string().nullable(),
    closedBy: z.string().nullable(),
  })
  .meta({ id: "OrderRequest" });
export type OrderRequestDto = z.infer<typeof orderRequestDto>;

export const listOrderRequestsInput = pageInput.extend({
  orderId: z.uuid().optional(),
  customerId: z.uuid().optional(),
  kind: z.enum(REQUEST_KINDS).optional(),
  status: z.enum(REQUEST_STATUSES).optional(),
  /** How an order's or a return's number begins, or part of a customer's name. */
  q: storableText(100).min(1).optional(),
  sort: z.enum(["newest", "oldest"]).default("newest"),
});
export type ListOrderRequestsInput = z.input<typeof listOrderRequestsInput>;

export const orderRequestIdInput = z.object({ id: z.uuid() });

/** What waits for people. Amounts are one for each currency, the largest first. */
export const orderRequestSummaryDto = z
  .object({
    /** Whether anything was ever asked for. */
    hasAny: z.boolean(),
    open: z.int(),
    oldestOpenAt: z.string().nullable(),
    refunds: z.array(money),
    dues: z.array(money),
  })
  .meta({ id: "OrderRequestSummary" });
export type OrderRequestSummaryDto = z.infer<typeof orderRequestSummaryDto>;

export const settleOrderRequestInput = z.object({
  id: z.uuid(),
  status: z.enum(["done", "rejected"]),
  note: storableText(1_000).optional(),
});
export const settleOrderRequestBody = settleOrderRequestInput.omit({ id: true });
export type SettleOrderRequestInput = z.input<typeof settleOrderRequestInput>;
