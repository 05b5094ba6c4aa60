import { z } from "zod";
import { localizedNameDto, money } from "../../catalog/schemas";
import { postalAddressDto } from "../../records/schemas";

export const ORDER_STAGES = [
  "unpaid",
  "paid",
  "packed",
  "shipped",
  "delivered",
  "cancelled",
  "returned",
] as const;

/** An order as a service works on it: lines by id, with what is left of each; no contact details but the address. */
export const serviceOrderDto = z
  .object({
    id: z.uuid(),
    number: z.string(),
    stage: z.enum(ORDER_STAGES),
    placedAt: z.string(),
    total: money,
    discount: money,
    shipping: money,
    /** Back with the customer, or on its way there. */
    refunded: money,
    shippingAddress: postalAddressDto.nullable(),
    lines: z.array(
      z.object({
        lineId: z.uuid(),
        productId: z.uuid().nullable(),
        name: localizedNameDto.nullable(),
        options: z.record(z.string(), localizedNameDto),
        /** Whether it comes in other colours, materials or sizes; `lookUpStock` names them. */
        hasVariants: z.boolean(),
        quantity: z.int(),
        /** Already back, or on the way back. */
        returned: z.int(),
        unitPrice: money,
        total: money,
      }),
    ),
  })
  .meta({ id: "ServiceOrder" });
export type ServiceOrderDto = z.infer<typeof serviceOrderDto>;
