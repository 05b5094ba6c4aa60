import { checkInvoice, getServiceOrder } from "@/lib/data/after-sales";
import { type InvoiceFields, invoiceFields } from "@/lib/data/after-sales/schemas";
import { type InvoiceDetails, readInvoiceDetails } from "../reading/read-invoice-details";
import { refusalAnswer, served } from "../serve";
import type { Dialogue, Slot, SlotOutcome, Values } from "../task";
import { orderIdIn } from "./order-slot";

type Missing = "buyer" | "title" | "taxNumber" | "email";

/** In a currency of one country an invoice is of that country, where the order has no address. */
const COUNTRY_OF: Readonly<Record<string, string>> = {
  CNY: "CN",
  USD: "US",
  MXN: "MX",
  GBP: "GB",
  ARS: "AR",
};
/** Where a company's invoice cannot be written without its tax number. */
const NEEDS_TAX_NUMBER: readonly string[] = ["CN", "ES"];

/** Who an invoice is for and where it goes; asked for part by part, and what was said before is kept. */
export const invoiceSlot: Slot = {
  async fill(dialogue, values, isAsked) {
    const { ctx, memory } = dialogue;
    const check = await checkInvoice(ctx, { orderId: orderIdIn(values) }, served(dialogue, values));
    if (!check.isPossible) return { is: "over", answer: refusalAnswer(dialogue, check, values) };
    const country = await readCountry(dialogue, values);
    if (!country) {
      const text = dialogue.words("handoff.unsupported");
      return { is: "over", answer: { text, handoff: "unsupported_intent" } };
    }
    // What was said of it while something else was asked for holds as well.
    const before = isAsked ? {} : readInvoiceDetails(dialogue.opening);
    const details = { ...before, ...memory.invoice, ...said(dialogue, isAsked) };
    const judged = judge(details, country);
    if (typeof judged === "string") return askAgain(dialogue, details, judged);
    const missing = firstMissing(details, country);
    if (missing) return ask(dialogue, details, missing);
    const label = [judged.title, judged.taxNumber].filter(Boolean).join(", ");
    return { is: "filled", filled: { value: judged, label }, remember: { invoice: details } };
  },
  hears: ({ turn, memory, consent }) =>
    Object.keys(readInvoiceDetails(turn.text)).length > 0 ||
    (memory.invoice?.buyer !== undefined &&
      !memory.invoice.title &&
      consent.answer === null &&
      /\p{L}{2}/u.test(turn.text)),
  claims: ({ turn }) => {
    const { title, taxNumber, email } = readInvoiceDetails(turn.text);
    return !/[?？吗嗎]/.test(turn.text) && [title, taxNumber, email].filter(Boolean).length > 1;
  },
  alsoHears: ({ turn, memory }) =>
    memory.invoice?.email === undefined && readInvoiceDetails(turn.text).email !== undefined,
  isCorrected: ({ turn }, held) => {
    const { isSpecial: _, ...said } = readInvoiceDetails(turn.text);
    const given = held.value as InvoiceFields;
    return Object.entries(said).some(([field, value]) => !isSame(value, given[field as keyof InvoiceFields]));
  },
};

export const invoiceIn = (values: Values) => values.invoice!.value as InvoiceFields;

const isSame = (said: string, given: string | undefined) =>
  given !== undefined && plainOf(said) === plainOf(given);
/** Tax numbers are written with and without dots and dashes. */
const plainOf = (text: string) => text.replace(/[\s.\-/]/g, "").toUpperCase();

const AGREES_OR_NOT: ReadonlySet<string> = new Set(["affirm", "deny", "thanks", "goodbye"]);

/** To whoever was asked for a name, a message without any other part of an invoice is the name. */
function said({ turn, memory, consent }: Dialogue, isAsked: boolean): InvoiceDetails {
  const read = readInvoiceDetails(turn.text);
  const isName =
    isAsked &&
    consent.answer === null &&
    !AGREES_OR_NOT.has(turn.understanding.intent.id) &&
    memory.invoice?.buyer &&
    !memory.invoice.title &&
    Object.keys(read).length === 0;
  return isName && turn.text.trim() !== "" ? { title: turn.text.trim().slice(0, 200) } : read;
}

async function readCountry({ ctx, ...dialogue }: Dialogue, values: Values): Promise<string | undefined> {
  const order = await getServiceOrder(
    ctx,
    { orderId: orderIdIn(values) },
    served({ ctx, ...dialogue }, values),
  );
  return order.shippingAddress?.country ?? COUNTRY_OF[order.total.currency];
}

function firstMissing(details: InvoiceDetails, country: string): Missing | null {
  if (!details.buyer) return "buyer";
  if (!details.title) return "title";
  if (details.buyer === "company" && NEEDS_TAX_NUMBER.includes(country) && !details.taxNumber)
    return "taxNumber";
  return details.email ? null : "email";
}

function ask({ words }: Dialogue, invoice: InvoiceDetails, missing: Missing): SlotOutcome {
  return { is: "question", text: words(`invoice.ask.${missing}`), remember: { invoice } };
}

/** Tax numbers have check characters: a mistyped one is asked for again, the rest is kept. */
function askAgain({ words }: Dialogue, details: InvoiceDetails, wrong: "email" | "taxNumber"): SlotOutcome {
  const { [wrong]: _, ...invoice } = details;
  return { is: "question", text: words(`invoice.wrong.${wrong}`), isMiss: true, remember: { invoice } };
}

/** What of the parts that are known cannot be right; else the invoice, of which parts may still be missing. */
function judge(details: InvoiceDetails, country: string): InvoiceFields | "email" | "taxNumber" {
  const { isSpecial, ...fields } = details;
  const isChinaCompany = country === "CN" && fields.buyer === "company";
  const kind = isSpecial && isChinaCompany && fields.taxNumber ? "special" : "general";
  // A company without its number yet is judged by the rest.
  const isWaiting = fields.buyer === "company" && NEEDS_TAX_NUMBER.includes(country) && !fields.taxNumber;
  const buyer = isWaiting || !fields.buyer ? "personal" : fields.buyer;
  const checked = invoiceFields.safeParse({ ...NOT_SAID, ...fields, buyer, country, kind });
  if (checked.success) return checked.data;
  return checked.error.issues[0]!.path[0] === "email" ? "email" : "taxNumber";
}

/** Stands in for what has not been said yet, and is never kept. */
const NOT_SAID = { title: "?", email: "nobody@example.com" };
