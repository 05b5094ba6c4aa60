import { z } from "zod";
import { money } from "../../catalog/schemas";
import { countrySchema, storableText } from "../../records/schemas";
import {
  isSpanishCompanyNif,
  isSpanishPersonalNif,
  isUnifiedSocialCreditCode,
  normalizeTaxNumber,
} from "../tax-numbers";
import { refusalDto, requestDto, requestFields } from "./requests";

/** `special` is China's 增值税专用发票, with which a company deducts the tax; elsewhere there is `general` alone. */
export const INVOICE_KINDS = ["general", "special"] as const;
export const INVOICE_BUYERS = ["personal", "company"] as const;

export const invoiceFields = z
  .object({
    country: countrySchema,
    kind: z.enum(INVOICE_KINDS).default("general"),
    buyer: z.enum(INVOICE_BUYERS),
    /** Who stands on it: 抬头, razón social, name. */
    title: storableText(200).min(1),
    taxNumber: storableText(40).min(1).optional(),
    email: z.email().max(320),
  })
  .transform(({ taxNumber, ...fields }) => ({
    ...fields,
    ...(taxNumber ? { taxNumber: normalizeTaxNumber(taxNumber, fields.country) } : {}),
  }))
  .superRefine((invoice, ctx) => {
    const problem = findTaxProblem(invoice);
    if (problem) ctx.addIssue({ code: "custom", ...problem });
  });
export type InvoiceFields = z.output<typeof invoiceFields>;

interface Invoice {
  country: string;
  kind: (typeof INVOICE_KINDS)[number];
  buyer: (typeof INVOICE_BUYERS)[number];
  taxNumber?: string;
}

/** The rules of the country; where we know none, what was given is taken. */
function findTaxProblem(invoice: Invoice): { message: string; path: string[] } | null {
  const { country, kind, buyer, taxNumber } = invoice;
  if (kind === "special" && (country !== "CN" || buyer !== "company")) {
    return { message: "A special VAT invoice is for companies in China.", path: ["kind"] };
  }
  const isNeeded = buyer === "company" && (country === "CN" || country === "ES");
  if (!taxNumber) {
    return isNeeded ? { message: "A company's invoice needs its tax number.", path: ["taxNumber"] } : null;
  }
  return isTaxNumber(invoice, taxNumber)
    ? null
    : { message: "This tax number is not valid: its check character does not fit.", path: ["taxNumber"] };
}

function isTaxNumber({ country, buyer }: Invoice, taxNumber: string): boolean {
  if (country === "CN") return buyer === "personal" || isUnifiedSocialCreditCode(taxNumber);
  if (country !== "ES") return true;
  // A sole trader buys as a company under their own NIF.
  return isSpanishPersonalNif(taxNumber) || (buyer === "company" && isSpanishCompanyNif(taxNumber));
}

export const requestInvoiceInput = z.object({ ...requestFields, invoice: invoiceFields });
export const requestInvoiceBody = requestInvoiceInput.omit({ orderId: true });
export type RequestInvoiceInput = z.input<typeof requestInvoiceInput>;

export const invoiceCheckDto = z.discriminatedUnion("isPossible", [
  z.object({
    isPossible: z.literal(true),
    /** What the invoice would be for: what was paid and has not gone back. */
    amount: money,
  }),
  refusalDto,
]);
export type InvoiceCheckDto = z.infer<typeof invoiceCheckDto>;

export const requestedInvoiceDto = requestDto(
  z.object({
    country: z.string(),
    kind: z.enum(INVOICE_KINDS),
    buyer: z.enum(INVOICE_BUYERS),
    title: z.string(),
    taxNumber: z.string().optional(),
    email: z.string(),
    amount: money,
  }),
).meta({ id: "RequestedInvoice" });
export type RequestedInvoiceDto = z.infer<typeof requestedInvoiceDto>;
