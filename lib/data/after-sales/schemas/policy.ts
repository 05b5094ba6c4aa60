import { z } from "zod";
import { postalAddressDto, postalAddressSchema, storableText } from "../../records/schemas";

/** The moment before which an order can still be changed: being paid, being packed (a label exists), leaving. */
export const UNTIL = ["never", "payment", "packing", "shipping"] as const;
export const FREIGHT_PAYERS = ["customer", "shop"] as const;

const days = z.int().min(0).max(365);

/** Every setting with what holds where a shop has said nothing. Windows are days of the shop's calendar. */
export const servicePolicySchema = z.object({
  /** Days after delivery; 0 takes nothing back but what is faulty. */
  returnWindowDays: days.default(14),
  /** Days after delivery for what arrives broken, wrong or not as described. */
  faultyReturnWindowDays: days.default(90),
  acceptsOpenedGoods: z.boolean().default(false),
  /** Categories below these count too. Faulty goods go back from any category. */
  nonReturnableCategoryIds: z.array(z.uuid().toLowerCase()).max(200).default([]),
  /** For a change of mind; the shop pays for what is faulty. */
  returnFreightPaidBy: z.enum(FREIGHT_PAYERS).default("customer"),
  /** Whether the fee for sending out goes back too when the whole order comes back. */
  refundsShipping: z.boolean().default(true),
  exchangeWindowDays: days.default(14),
  /** Days after the order in which a lower price is made good; 0 for none. */
  priceProtectionDays: days.default(7),
  cancelUntil: z.enum(UNTIL).default("shipping"),
  lineChangeUntil: z.enum(UNTIL).default("packing"),
  addressChangeUntil: z.enum(UNTIL).default("packing"),
  /** Days in which the goods must be on their way back once a return was granted. */
  sendBackDays: z.int().min(1).max(90).default(7),
  /** Days until money is back with the customer: after a cancellation, or once returned goods have arrived. */
  refundDays: z.int().min(1).max(60).default(7),
  returnAddress: postalAddressSchema.nullable().default(null),
  returnCarrier: storableText(100).min(1).nullable().default(null),
});
export type ServicePolicy = z.output<typeof servicePolicySchema>;

/** What is left out stays as it is. */
export const updateServicePolicyInput = z
  .object({
    returnWindowDays: days,
    faultyReturnWindowDays: days,
    acceptsOpenedGoods: z.boolean(),
    nonReturnableCategoryIds: z.array(z.uuid().toLowerCase()).max(200),
    returnFreightPaidBy: z.enum(FREIGHT_PAYERS),
    refundsShipping: z.boolean(),
    exchangeWindowDays: days,
    priceProtectionDays: days,
    cancelUntil: z.enum(UNTIL),
    lineChangeUntil: z.enum(UNTIL),
    addressChangeUntil: z.enum(UNTIL),
    sendBackDays: z.int().min(1).max(90),
    refundDays: z.int().min(1).max(60),
    returnAddress: postalAddressSchema.nullable(),
    returnCarrier: storableText(100).min(1).nullable(),
    /** `updatedAt` of the policy that was read: where somebody has saved since, it is a conflict and nothing changes. */
    expectedUpdatedAt: z.iso.datetime().nullable(),
  })
  .partial()
  .strict();
export type UpdateServicePolicyInput = z.input<typeof updateServicePolicyInput>;

export const servicePolicyDto = z
  .object({
    returnWindowDays: z.int(),
    faultyReturnWindowDays: z.int(),
    acceptsOpenedGoods: z.boolean(),
    nonReturnableCategoryIds: z.array(z.uuid()),
    returnFreightPaidBy: z.enum(FREIGHT_PAYERS),
    refundsShipping: z.boolean(),
    exchangeWindowDays: z.int(),
    priceProtectionDays: z.int(),
    cancelUntil: z.enum(UNTIL),
    lineChangeUntil: z.enum(UNTIL),
    addressChangeUntil: z.enum(UNTIL),
    sendBackDays: z.int(),
    refundDays: z.int(),
    returnAddress: postalAddressDto.nullable(),
    returnCarrier: z.string().nullable(),
    /** When it was last saved; null while all of it is defaults. */
    updatedAt: z.string().nullable(),
  })
  .meta({ id: "ServicePolicy" });
export type ServicePolicyDto = z.infer<typeof servicePolicyDto>;
