import { z } from "zod";
import { samePersonDto } from "@/lib/data/customers/schemas";
import { conversationIdInput } from "./inputs";

/** Customers who may be the unknown person of a conversation. */
export const matchingCustomersDto = z
  .object({
    /** Whether the person writes on a platform, and so can be linked for good. */
    canLink: z.boolean(),
    /** What the platform tells of the person, as far as it does. */
    contact: z
      .object({ name: z.string().nullable(), email: z.string().nullable(), phone: z.string().nullable() })
      .nullable(),
    data: z.array(samePersonDto),
  })
  .meta({ id: "MatchingCustomers" });
export type MatchingCustomersDto = z.infer<typeof matchingCustomersDto>;

export const linkCustomerBody = z.object({
  /** Null: the person is nobody who is known. */
  customerId: z.uuid().nullable(),
});
export const linkCustomerInput = conversationIdInput.extend(linkCustomerBody.shape);
export type LinkCustomerInput = z.input<typeof linkCustomerInput>;

export const tellContactApartBody = z.object({
  customerId: z.uuid(),
  /** False takes an earlier decision back. */
  isDistinct: z.boolean(),
});
export const tellContactApartInput = conversationIdInput.extend(tellContactApartBody.shape);
export type TellContactApartInput = z.input<typeof tellContactApartInput>;
