import type { Locale } from "@/lib/core/context";
import type { CustomerDto } from "@/lib/data/customers/schemas";

/** A country's name in the reader's language; what is no ISO 3166 code stays as its source wrote it. */
export function countryIn(country: string, locale: Locale): string {
  if (!/^[A-Z]{2}$/.test(country)) return country;
  return new Intl.DisplayNames(locale, { type: "region" }).of(country) ?? country;
}

/** A language's name in the reader's language: "Spanish (Mexico)". */
export function languageIn(tag: string, locale: Locale): string {
  return new Intl.DisplayNames(locale, { type: "language", languageDisplay: "standard" }).of(tag) ?? tag;
}

/** City and country; Chinese names the larger first. */
export function placeIn({ city, country }: Pick<CustomerDto, "city" | "country">, locale: Locale): string {
  const parts = [city, country ? countryIn(country, locale) : undefined].filter(Boolean);
  return locale === "zh-CN" ? parts.reverse().join(" ") : parts.join(", ");
}
