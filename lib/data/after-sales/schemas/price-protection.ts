import { z } from "zod";
import { money } from "../../catalog/schemas";
import { refusalDto, requestDto, requestFields } from "./requests";

export const requestPriceProtectionInput = z.object({ ...requestFields });
export const requestPriceProtectionBody = requestPriceProtectionInput.omit({ orderId: true });
export type RequestPriceProtectionInput = z.input<typeof requestPriceProtectionInput>;

export const loweredLineDto = z.object({
  lineId: z.uuid(),
  productId: z.uuid(),
  /** Pieces that the customer has kept. */
  quantity: z.int(),
  paidMinor: z.int(),
  /** The same pieces at today's price. */
  todayMinor: z.int(),
  amountMinor: z.int(),
});
export type LoweredLine = z.infer<typeof loweredLineDto>;

export const priceProtectionCheckDto = z.discriminatedUnion("isPossible", [
  z.object({
    isPossible: z.literal(true),
    lines: z.array(loweredLineDto),
    refund: money,
    endsAt: z.string(),
    refundDays: z.int(),
  }),
  refusalDto,
]);
export type PriceProtectionCheckDto = z.infer<typeof priceProtectionCheckDto>;

export const grantedPriceProtectionDto = requestDto(
  z.object({ lines: z.array(loweredLineDto), refundDays: z.int() }),
).meta({ id: "GrantedPriceProtection" });
export type GrantedPriceProtectionDto = z.infer<typeof grantedPriceProtectionDto>;
