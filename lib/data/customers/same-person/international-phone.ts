/** Calling codes of the countries in which the shops of this product sell (ITU-T E.164, annex). */
const CALLING_CODES: Record<string, string> = {
  ...{ CN: "86", HK: "852", MO: "853", TW: "886", SG: "65", JP: "81", KR: "82", MY: "60", TH: "66" },
  ...{ US: "1", CA: "1", MX: "52", AR: "54", CL: "56", CO: "57", PE: "51", EC: "593", UY: "598" },
  ...{ ES: "34", PT: "351", GB: "44", IE: "353", DE: "49", FR: "33", IT: "39", NL: "31", CH: "41" },
  ...{ AU: "61", NZ: "64", BR: "55", IN: "91", AE: "971" },
};

/** A shop says no country of its own; a currency of one country says it for the shop. */
const COUNTRY_OF_CURRENCY: Record<string, string> = {
  ...{ CNY: "CN", HKD: "HK", TWD: "TW", SGD: "SG", JPY: "JP", KRW: "KR", USD: "US", CAD: "CA" },
  ...{ MXN: "MX", ARS: "AR", CLP: "CL", COP: "CO", PEN: "PE", GBP: "GB", CHF: "CH", AUD: "AU" },
  ...{ NZD: "NZ", BRL: "BR", INR: "IN", AED: "AE", MYR: "MY", THB: "TH" },
};

export const countryOfCurrency = (currency: string): string | null => COUNTRY_OF_CURRENCY[currency] ?? null;

const SHORTEST_NATIONAL = 8;
const LONGEST = 15;

/**
 * A phone number with its country, as digits; null where no country is known, or it is no number that people have.
 * @param country ISO 3166-1 alpha-2, for numbers that are written without one.
 */
export function toInternational(phone: string, country: string | null): string | null {
  const written = phone.normalize("NFKC").trim();
  const digits = written.replace(/\D/g, "");
  if (/^(?:\+|00)/.test(written)) return bounded(digits.replace(/^00/, ""));
  const code = country ? CALLING_CODES[country.toUpperCase()] : undefined;
  if (!code) return null;
  const rest = digits.startsWith(code) ? digits.slice(code.length) : "";
  // The country's code without its plus: what is left must be a whole number by itself.
  if (rest.length > SHORTEST_NATIONAL && !rest.startsWith("0")) return bounded(digits);
  // Italian numbers alone keep their zero.
  const national = country === "IT" ? digits : digits.replace(/^0/, "");
  return national.length >= SHORTEST_NATIONAL ? bounded(code + national) : null;
}

function bounded(digits: string): string | null {
  return digits.length > SHORTEST_NATIONAL && digits.length <= LONGEST ? digits : null;
}
