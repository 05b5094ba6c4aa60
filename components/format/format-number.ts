interface NumberOptions {
  display?: "full" | "compact" | "signed";
  fractionDigits?: number;
}

const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale}|${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, options);
    formats.set(key, format);
  }
  return format;
}

/** Signs with the true minus (−), which has the plus sign's width. */
export function formatNumber(value: number, locale: string, options: NumberOptions = {}): string {
  const { display = "full", fractionDigits } = options;
  return numberFormat(locale, {
    maximumFractionDigits: fractionDigits ?? (display === "compact" ? 1 : 2),
    ...(fractionDigits === undefined ? {} : { minimumFractionDigits: fractionDigits }),
    ...(display === "compact" ? { notation: "compact" } : {}),
    ...(display === "signed" ? { signDisplay: "exceptZero" } : {}),
  })
    .format(value)
    .replace("-", "−");
}

/** `value` is a ratio: 0.124 is 12.4 %. */
export function formatPercent(value: number, locale: string, options: NumberOptions = {}): string {
  const { display = "full", fractionDigits } = options;
  return numberFormat(locale, {
    style: "percent",
    maximumFractionDigits: fractionDigits ?? 1,
    ...(fractionDigits === undefined ? {} : { minimumFractionDigits: fractionDigits }),
    ...(display === "signed" ? { signDisplay: "exceptZero" } : {}),
  })
    .format(value)
    .replace("-", "−");
}
