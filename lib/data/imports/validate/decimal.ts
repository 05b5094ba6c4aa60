/** An exact decimal: `coefficient × 10^-scale`. Prices stay so until a line is rounded once. */
export interface Decimal {
  coefficient: bigint;
  scale: number;
}

const SIGNS = /[\s\u00a0$€£¥￥元]/g;
const PLAIN = /^-?\d{1,15}(?:\.\d{1,10})?$/;
const GROUPED = /^-?\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,10})?$/;

/** Reads `1234.5`, `1,234.5` or, with a decimal comma, `1.234,5`; currency signs and spaces do not matter. */
export function parseDecimal(cell: string, decimalSign: "." | ","): Decimal | null {
  let text = cell;
  if (decimalSign === ",") text = text.replace(/[.,]/g, (sign) => (sign === "," ? "." : ","));
  if (!PLAIN.test(text)) {
    text = text.normalize("NFKC").replace(SIGNS, "").replace("\u2212", "-").replace(/^\+/, "");
    if (GROUPED.test(text)) text = text.replaceAll(",", "");
    else if (!PLAIN.test(text)) return null;
  }
  const point = text.indexOf(".");
  if (point < 0) return { coefficient: BigInt(text), scale: 0 };
  return {
    coefficient: BigInt(text.slice(0, point) + text.slice(point + 1)),
    scale: text.length - point - 1,
  };
}

/** `quantity × price` in minor units, rounded once, half away from zero; null beyond 2^53. */
export function toMinorUnits(price: Decimal, quantity: number, minorDigits: number): number | null {
  const product = price.coefficient * BigInt(quantity);
  const shift = minorDigits - price.scale;
  const minor = shift >= 0 ? product * 10n ** BigInt(shift) : divideRounded(product, 10n ** BigInt(-shift));
  const number = Number(minor);
  return Number.isSafeInteger(number) ? number : null;
}

function divideRounded(value: bigint, divisor: bigint): bigint {
  const magnitude = value < 0n ? -value : value;
  const rounded = (2n * magnitude + divisor) / (2n * divisor);
  return value < 0n ? -rounded : rounded;
}

/** A whole number as files write it (`6`, `6.0`, `1,000`); null for anything else and beyond four bytes. */
export function parseWhole(cell: string, decimalSign: "." | ","): number | null {
  const decimal = parseDecimal(cell, decimalSign);
  if (!decimal) return null;
  const unit = 10n ** BigInt(decimal.scale);
  if (decimal.coefficient % unit !== 0n) return null;
  const whole = Number(decimal.coefficient / unit);
  return Math.abs(whole) <= 1_000_000_000 ? whole : null;
}

export function toText(decimal: Decimal): string {
  const digits = String(decimal.coefficient < 0n ? -decimal.coefficient : decimal.coefficient);
  const padded = digits.padStart(decimal.scale + 1, "0");
  const sign = decimal.coefficient < 0n ? "-" : "";
  if (decimal.scale === 0) return sign + padded;
  return `${sign}${padded.slice(0, -decimal.scale)}.${padded.slice(-decimal.scale)}`;
}
