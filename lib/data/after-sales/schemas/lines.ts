import { z } from "zod";
import { money } from "../../catalog/schemas";
import { refusalDto, requestDto, requestFields } from "./requests";
import { LINE_TWICE, noLineTwice } from "./returns";

const lineChange = z
  .object({
    lineId: z.uuid().toLowerCase(),
    /** How many there shall be; 0 takes the line away. */
    quantity: z.int().min(0).max(1_000_000).optional(),
    /** Another variant of the same product. */
    productId: z.uuid().toLowerCase().optional(),
  })
  .refine((change) => change.quantity !== undefined || change.productId !== undefined, {
    message: "Give the quantity or the product.",
  });
const changes = z.array(lineChange).min(1).max(200).refine(noLineTwice, LINE_TWICE);

export const checkOrderLinesInput = z.object({ orderId: z.uuid(), changes });
export type CheckOrderLinesInput = z.input<typeof checkOrderLinesInput>;
export const changeOrderLinesInput = z.object({ ...requestFields, changes });
export const changeOrderLinesBody = changeOrderLinesInput.omit({ orderId: true });
export type ChangeOrderLinesInput = z.input<typeof changeOrderLinesInput>;

export const changedLineDto = z.object({
  lineId: z.uuid(),
  productId: z.uuid().nullable(),
  quantity: z.int(),
  unitPrice: money,
  discount: money,
  total: money,
});
export type ChangedLine = z.infer<typeof changedLineDto>;

const changedTotals = {
  /** All lines as they would stand, those that do not change among them. */
  lines: z.array(changedLineDto),
  discount: money,
  before: money,
  after: money,
};

export const orderLinesCheckDto = z.discriminatedUnion("isPossible", [
  z.object({
    isPossible: z.literal(true),
    ...changedTotals,
    /** Of a paid order: what would go back, and what would be to pay. An unpaid one is paid at its new total. */
    refund: money.nullable(),
    due: money.nullable(),
  }),
  refusalDto,
]);
export type OrderLinesCheckDto = z.infer<typeof orderLinesCheckDto>;

export const changedOrderLinesDto = requestDto(z.object({ ...changedTotals, refundDays: z.int() })).meta({
  id: "ChangedOrderLines",
});
export type ChangedOrderLinesDto = z.infer<typeof changedOrderLinesDto>;
