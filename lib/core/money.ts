import { z } from "zod";

/** An amount in the currency's minor unit (fen, cent, penny; yen have none), as a safe integer. */
export interface Money {
  amountMinor: number;
  currency: string;
}

export const currencySchema = z
  .string()
  .regex(/^[A-Z]{3}$/, "Use an ISO 4217 code of three capital letters, such as CNY.")
  .refine(isKnownCurrency, "This currency is not known.");

export const moneySchema = z.object({ amountMinor: z.int(), currency: currencySchema });

const digitsByCurrency = new Map<string, number>();

function isKnownCurrency(code: string): boolean {
  return Intl.supportedValuesOf("currency").includes(code);
}

/** Decimal places of a currency's minor unit (ISO 4217): CNY 2, JPY 0, KWD 3. */
export function minorDigits(currency: string): number {
  let digits = digitsByCurrency.get(currency);
  if (digits === undefined) {
    const format = new Intl.NumberFormat("en", { style: "currency", currency });
    digits = format.resolvedOptions().maximumFractionDigits ?? 2;
    digitsByCurrency.set(currency, digits);
  }
  return digits;
}

/** Major units (12.34) to minor (1234), half away from zero, free of binary fraction error such as 1.005. */
export function toMinor(major: number, currency: string): number {
  const scaled = Number(`${Math.abs(major)}e${minorDigits(currency)}`);
  const magnitude = Number.isNaN(scaled) ? Math.abs(major) * 10 ** minorDigits(currency) : scaled;
  return Math.sign(major) * Math.round(magnitude) || 0;
}

export function toMajor(money: Money): number {
  return money.amountMinor / 10 ** minorDigits(money.currency);
}

const formats = new Map<string, Intl.NumberFormat>();

/** `compact` shortens large amounts for axes (¥80k). */
export function formatMoney(money: Money, locale: string, style: "full" | "compact" = "full"): string {
  const key = `${locale}|${money.currency}|${style}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, {
      style: "currency",
      currency: money.currency,
      currencyDisplay: "narrowSymbol",
      ...(style === "compact" ? { notation: "compact", maximumFractionDigits: 1 } : {}),
    });
    formats.set(key, format);
  }
  return format.format(toMajor(money));
}
