import { z } from "zod";
import { money } from "../../catalog/schemas";
import { refusalDto, requestDto, requestFields } from "./requests";

export const cancelOrderInput = z.object({ ...requestFields });
export const cancelOrderBody = cancelOrderInput.omit({ orderId: true });
export type CancelOrderInput = z.input<typeof cancelOrderInput>;

export const cancelCheckDto = z.discriminatedUnion("isPossible", [
  z.object({
    isPossible: z.literal(true),
    /** What would go back; nothing where nothing was paid. */
    refund: money.nullable(),
    refundDays: z.int(),
  }),
  refusalDto,
]);
export type CancelCheckDto = z.infer<typeof cancelCheckDto>;

export const cancelledOrderDto = requestDto(
  z.object({
    refundDays: z.int(),
    /** What is free again. Stock is the merchant's own system's to correct. */
    released: z.array(z.object({ productId: z.uuid().nullable(), quantity: z.int() })),
  }),
).meta({ id: "CancelledOrder" });
export type CancelledOrderDto = z.infer<typeof cancelledOrderDto>;
