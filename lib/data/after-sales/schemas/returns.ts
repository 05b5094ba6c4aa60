import { z } from "zod";
import { money } from "../../catalog/schemas";
import { RETURN_STATUSES } from "../../orders/schemas";
import { postalAddressDto, storableText } from "../../records/schemas";
import { FREIGHT_PAYERS } from "./policy";
import { REQUEST_KINDS, REQUEST_STATUSES, refusalDto, requestDto, requestFields } from "./requests";

export const RETURN_REASONS = [
  "changed_mind",
  "wrong_size",
  "damaged",
  "defective",
  "wrong_item",
  "not_as_described",
  "late",
  "other",
] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];
/** Not the customer's doing: a longer window, any category, opened or not, and the shop pays the freight. */
export const FAULTS: readonly ReturnReason[] = ["damaged", "defective", "wrong_item", "not_as_described"];

const quantity = z.int().min(1).max(1_000_000);
const lineQuantity = z.object({ lineId: z.uuid().toLowerCase(), quantity });

/** Two entries for one line would each be checked alone. */
export const noLineTwice = (lines: readonly { lineId: string }[]) =>
  new Set(lines.map(({ lineId }) => lineId)).size === lines.length;
export const LINE_TWICE = "Name each line once.";

const goodsBack = {
  reason: z.enum(RETURN_REASONS),
  /** Needed where the shop takes unopened goods only. */
  isOpened: z.boolean().optional(),
};

const returnLines = z.array(lineQuantity).min(1).max(200).refine(noLineTwice, LINE_TWICE);

export const checkReturnInput = z.object({ orderId: z.uuid(), ...goodsBack, lines: returnLines.optional() });
export type CheckReturnInput = z.input<typeof checkReturnInput>;
export const requestReturnInput = z.object({
  ...requestFields,
  ...goodsBack,
  lines: returnLines,
  note: storableText(1_000).optional(),
});
export const requestReturnBody = requestReturnInput.omit({ orderId: true });
export type RequestReturnInput = z.input<typeof requestReturnInput>;

/** What can be given back of a line, and for how much. */
export const returnableLineDto = z.object({
  lineId: z.uuid(),
  productId: z.uuid().nullable(),
  quantity: z.int(),
  amount: money,
});
export type ReturnableLine = z.infer<typeof returnableLineDto>;

export const returnCheckDto = z.discriminatedUnion("isPossible", [
  z.object({
    isPossible: z.literal(true),
    /** Those that were asked for; all that could go back where none were named. */
    lines: z.array(returnableLineDto),
    /** The fee for sending out, where it goes back too. */
    shippingRefund: money.nullable(),
    refund: money,
    freightPaidBy: z.enum(FREIGHT_PAYERS),
    /** Until when it can be asked for. */
    endsAt: z.string(),
    refundDays: z.int(),
  }),
  refusalDto,
]);
export type ReturnCheckDto = z.infer<typeof returnCheckDto>;

export const returnLabelDto = z
  .object({
    rmaNumber: z.string(),
    /** Null where the shop has not said where to: people tell the customer. */
    address: postalAddressDto.nullable(),
    carrier: z.string().nullable(),
    freightPaidBy: z.enum(FREIGHT_PAYERS),
    sendBackBefore: z.string(),
  })
  .meta({ id: "ReturnLabel" });

export const requestedReturnDto = requestDto(
  z.object({
    returnId: z.uuid(),
    reason: z.enum(RETURN_REASONS),
    lines: z.array(returnableLineDto),
    shippingRefund: money.nullable(),
    label: returnLabelDto,
    refundDays: z.int(),
  }),
).meta({ id: "RequestedReturn" });
export type RequestedReturnDto = z.infer<typeof requestedReturnDto>;

const exchangeLine = lineQuantity.extend({ productId: z.uuid().toLowerCase() });
const exchangeLines = z.array(exchangeLine).min(1).max(200).refine(noLineTwice, LINE_TWICE);

export const checkExchangeInput = z.object({ orderId: z.uuid(), ...goodsBack, lines: exchangeLines });
export type CheckExchangeInput = z.input<typeof checkExchangeInput>;
export const requestExchangeInput = z.object({
  ...requestFields,
  ...goodsBack,
  lines: exchangeLines,
  note: storableText(1_000).optional(),
});
export const requestExchangeBody = requestExchangeInput.omit({ orderId: true });
export type RequestExchangeInput = z.input<typeof requestExchangeInput>;

export const exchangedLineDto = z.object({
  lineId: z.uuid(),
  quantity: z.int(),
  fromProductId: z.uuid().nullable(),
  toProductId: z.uuid(),
  /** Above nothing: to pay; below: goes back. */
  difference: money,
});
export type ExchangedLine = z.infer<typeof exchangedLineDto>;

export const exchangeCheckDto = z.discriminatedUnion("isPossible", [
  z.object({
    isPossible: z.literal(true),
    lines: z.array(exchangedLineDto),
    refund: money.nullable(),
    due: money.nullable(),
    freightPaidBy: z.enum(FREIGHT_PAYERS),
    endsAt: z.string(),
  }),
  refusalDto,
]);
export type ExchangeCheckDto = z.infer<typeof exchangeCheckDto>;

export const requestedExchangeDto = requestDto(
  z.object({
    returnId: z.uuid(),
    reason: z.enum(RETURN_REASONS),
    lines: z.array(exchangedLineDto),
    label: returnLabelDto,
  }),
).meta({ id: "RequestedExchange" });
export type RequestedExchangeDto = z.infer<typeof requestedExchangeDto>;

export const refundStatusDto = z
  .object({
    orderId: z.uuid(),
    returns: z.array(
      z.object({
        id: z.uuid(),
        kind: z.enum(["refund", "exchange"]),
        /** The number under which the goods come back; the shop's own where it was not asked for here. */
        rmaNumber: z.string(),
        status: z.enum(RETURN_STATUSES),
        refund: money,
        requestedAt: z.string(),
        label: returnLabelDto.nullable(),
        /** When the money should be there; null while the goods are not. */
        expectedBefore: z.string().nullable(),
      }),
    ),
    /** Money that goes back without goods: cancellations, changed lines, lower prices. */
    refunds: z.array(
      z.object({
        requestId: z.uuid(),
        kind: z.enum(REQUEST_KINDS),
        status: z.enum(REQUEST_STATUSES),
        refund: money,
        requestedAt: z.string(),
        expectedBefore: z.string().nullable(),
        closedAt: z.string().nullable(),
      }),
    ),
    refundDays: z.int(),
  })
  .meta({ id: "RefundStatus" });
export type RefundStatusDto = z.infer<typeof refundStatusDto>;
