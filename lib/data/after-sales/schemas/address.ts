import { z } from "zod";
import { deliverableAddressSchema, postalAddressDto } from "../../records/schemas";
import { refusalDto, requestDto, requestFields } from "./requests";

export const changeShippingAddressInput = z.object({ ...requestFields, address: deliverableAddressSchema });
export const changeShippingAddressBody = changeShippingAddressInput.omit({ orderId: true });
export type ChangeShippingAddressInput = z.input<typeof changeShippingAddressInput>;

export const addressChangeCheckDto = z.discriminatedUnion("isPossible", [
  z.object({
    isPossible: z.literal(true),
    /** Null where none is known. */
    current: postalAddressDto.nullable(),
  }),
  refusalDto,
]);
export type AddressChangeCheckDto = z.infer<typeof addressChangeCheckDto>;

export const changedAddressDto = requestDto(
  z.object({ before: postalAddressDto.nullable(), after: postalAddressDto }),
).meta({ id: "ChangedShippingAddress" });
export type ChangedAddressDto = z.infer<typeof changedAddressDto>;
