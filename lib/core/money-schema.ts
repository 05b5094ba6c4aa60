import { z } from "zod";

export const currencySchema = z
  .string()
  .regex(/^[A-Z]{3}$/, "Use an ISO 4217 code of three capital letters, such as CNY.")
  .refine((code) => Intl.supportedValuesOf("currency").includes(code), "This currency is not known.");

/** An amount in minor units with its currency; see `Money`. */
export const moneySchema = z.object({ amountMinor: z.int(), currency: currencySchema });
