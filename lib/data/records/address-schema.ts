import { z } from "zod";
import { storableText } from "./text-schema";

const regionNames = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });

/** `Intl` throws for what is not shaped like a code, so the shape is looked at first. */
export const countrySchema = z
  .string()
  .refine(
    (code) => /^[A-Z]{2}$/.test(code) && code !== "ZZ" && regionNames.of(code) !== undefined,
    "Use an ISO 3166-1 code of two capital letters, such as CN.",
  );

/** What a postal code looks like; other countries take what they are given. */
const POSTAL_CODES: Readonly<Record<string, RegExp>> = {
  CN: /^\d{6}$/,
  ES: /^(0[1-9]|[1-4]\d|5[0-2])\d{3}$/,
  US: /^\d{5}(-\d{4})?$/,
};

const phoneSchema = storableText(40).refine(
  (phone) => /^\+?[\d\s().-]{5,40}$/.test(phone) && phone.replace(/\D/g, "").length >= 5,
  "Use a phone number of digits, with + for the country code.",
);

/** Where a parcel goes, as another system has it: what is there must look right, little must be there. */
export const postalAddressSchema = z
  .object({
    recipient: storableText(200).min(1),
    phone: phoneSchema.optional(),
    lines: z.array(storableText(200).min(1)).min(1).max(4),
    city: storableText(100).min(1),
    region: storableText(100).min(1).optional(),
    postalCode: storableText(20).min(1).optional(),
    country: countrySchema,
  })
  .refine(({ country, postalCode }) => !postalCode || (POSTAL_CODES[country]?.test(postalCode) ?? true), {
    message: "This is no postal code of that country.",
    path: ["postalCode"],
  });
export type PostalAddress = z.output<typeof postalAddressSchema>;

/** Countries of whose parcels carriers take none without the code; in China the phone is what couriers call. */
const NEEDS_POSTAL_CODE = new Set(["ES", "US"]);

/** An address to which a parcel can be sent as it stands. */
export const deliverableAddressSchema = postalAddressSchema.superRefine((address, ctx) => {
  if (NEEDS_POSTAL_CODE.has(address.country) && !address.postalCode)
    ctx.addIssue({ code: "custom", message: "Give the postal code.", path: ["postalCode"] });
  if (address.country === "CN" && !address.phone)
    ctx.addIssue({ code: "custom", message: "Give the recipient's phone number.", path: ["phone"] });
});

export const postalAddressDto = z
  .object({
    recipient: z.string(),
    phone: z.string().optional(),
    lines: z.array(z.string()),
    city: z.string(),
    region: z.string().optional(),
    postalCode: z.string().optional(),
    country: z.string(),
  })
  .meta({ id: "PostalAddress" });
