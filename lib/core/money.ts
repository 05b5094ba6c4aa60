/** An amount in the currency's minor unit (fen, cent, penny; yen have none), as a safe integer. */
export interface Money {
  amountMinor: number;
  currency: string;
}

const digitsByCurrency = new Map<string, number>();

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

/** `whole` leaves the minor unit out, for figures that are read at a glance; `compact` is for axes (¥80K). */
export type MoneyStyle = "full" | "whole" | "compact";

const STYLE_OPTIONS: Record<MoneyStyle, Intl.NumberFormatOptions> = {
  full: {},
  whole: { minimumFractionDigits: 0, maximumFractionDigits: 0 },
  // The minimum is stated because browsers and Node differ in its default, and the two must draw the same text.
  compact: { notation: "compact", minimumFractionDigits: 0, maximumFractionDigits: 1 },
};

export function formatMoney(money: Money, locale: string, style: MoneyStyle = "full"): string {
  const key = `${locale}|${money.currency}|${style}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, {
      style: "currency",
      currency: money.currency,
      currencyDisplay: "narrowSymbol",
      ...STYLE_OPTIONS[style],
    });
    formats.set(key, format);
  }
  return format.format(toMajor(money));
}
