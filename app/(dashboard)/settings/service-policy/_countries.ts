import type { Locale } from "@/lib/core/context";
import type { CountryChoice } from "./_components/address-section";

/** Codes that `Intl` can name and that are no country. */
const NO_COUNTRIES = new Set(["EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"]);
const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

/** Every country that `Intl` knows, by its name in the reader's language. */
export function countryChoices(locale: Locale): CountryChoice[] {
  const names = new Intl.DisplayNames(locale, { type: "region", fallback: "none" });
  return LETTERS.flatMap((first) => LETTERS.map((second) => first + second))
    .flatMap((code) => {
      const name = NO_COUNTRIES.has(code) ? undefined : names.of(code);
      // Old codes of countries are named like the new ones.
      return name && new Intl.Locale("und", { region: code }).region === code ? [{ code, name }] : [];
    })
    .sort((a, b) => a.name.localeCompare(b.name, locale));
}
