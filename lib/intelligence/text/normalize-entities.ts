const MONTHS =
  "jan ene january enero|feb february febrero|mar march marzo|apr abr april abril|may mayo|jun june junio|jul july julio|aug ago august agosto|sep sept september septiembre setiembre|oct october octubre|nov november noviembre|dec dic december diciembre";
const MONTH_NUMBERS = new Map(
  MONTHS.split("|").flatMap((names, i) => names.split(" ").map((name) => [name, i + 1] as const)),
);

const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/mx\$|mxn/i, "MXN"],
  [/hk\$/i, "HKD"],
  [/us\$|usd/i, "USD"],
  [/€|eur/i, "EUR"],
  [/£|gbp|pounds/i, "GBP"],
  [/cn\$|¥|rmb|cny|yuan|元|块|塊/i, "CNY"],
];

/** "+" and 8–15 digits when the country is known (E.164), else 6–15 digits; null when the count does not fit. */
export function normalizePhone(raw: string): string | null {
  const digits = raw.replace(/\D/g, "");
  if (raw.startsWith("+")) return digits.length >= 8 && digits.length <= 15 ? `+${digits}` : null;
  if (/^(?:86)?1[3-9]\d{9}$/.test(digits)) return `+86${digits.slice(-11)}`;
  if (raw.startsWith("00")) return digits.length >= 10 && digits.length <= 17 ? `+${digits.slice(2)}` : null;
  return digits.length >= 6 && digits.length <= 15 ? digits : null;
}

/**
 * Decimal with "." and a currency code when it is certain: "1.234,50 €" → "1234.50 EUR", "$12" → "12".
 * A last separator followed by exactly three digits groups thousands; otherwise it is the decimal mark.
 */
export function normalizeAmount(raw: string): string {
  const number = /\d[\d.,]*/.exec(raw)?.[0] ?? "";
  const fraction = /[.,](\d{1,2})$/.exec(number)?.[1];
  const whole = (fraction === undefined ? number : number.slice(0, -fraction.length - 1)).replace(/\D/g, "");
  const value = fraction === undefined ? whole : `${whole}.${fraction}`;
  const currency = CURRENCIES.find(([pattern]) => pattern.test(raw))?.[1];
  return currency ? `${value} ${currency}` : value;
}

/** Whether a numeric date starts with a four-digit year and uses one separator throughout, or Chinese ones. */
export function isYearFirst(raw: string): boolean {
  return /^\d{4} ?(?:年.*月|-.*-|\/.*\/|\..*\.)/.test(raw);
}

/** ISO 8601 of a written date, "--MM-DD" without a year, as written when day and month are ambiguous, null if no date. */
export function dateAt(raw: string): string | null {
  const numbers = (raw.match(/\d+/g) ?? []).map(Number);
  const word = raw
    .toLowerCase()
    .match(/[a-z]{3,10}/g)
    ?.find((candidate) => MONTH_NUMBERS.has(candidate));
  if (/[a-z]{3}/i.test(raw)) {
    if (word === undefined) return null;
    return iso(numbers[1], MONTH_NUMBERS.get(word), numbers[0]);
  }
  if (raw.includes("月")) {
    return raw.includes("年")
      ? iso(numbers[0], numbers[1], numbers[2])
      : iso(undefined, numbers[0], numbers[1]);
  }
  const [first = 0, second = 0, third = 0] = numbers;
  if (first > 999) return iso(first, second, third);
  const year = third < 100 ? 2000 + third : third;
  if (first > 12) return iso(year, second, first);
  if (second > 12) return iso(year, first, second);
  return first >= 1 && second >= 1 ? raw : null;
}

function iso(year: number | undefined, month = 0, day = 0): string | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  const tail = `${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return year === undefined ? `--${tail}` : `${year}-${tail}`;
}
