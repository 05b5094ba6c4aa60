import { nameIn } from "@/components/format/name-in";
import type { Locale } from "@/lib/core/context";
import type { CategoryDto } from "@/lib/data/catalog/schemas";
import type { CountryChoice } from "./_components/address-section";
import type { CategoryChoice } from "./_components/category-section";

/** Categories as a tree is read: by position, each followed by those below it. */
export function categoryChoices(categories: readonly CategoryDto[], locale: Locale): CategoryChoice[] {
  const known = new Set(categories.map(({ id }) => id));
  const parentOf = ({ parentId }: CategoryDto) => (parentId && known.has(parentId) ? parentId : null);
  const walk = (parentId: string | null, aboveIds: string[]): CategoryChoice[] =>
    categories
      .filter((category) => parentOf(category) === parentId)
      .sort((a, b) => a.position - b.position)
      .flatMap(({ id, name }) => [
        { id, name: nameIn(name, locale), depth: aboveIds.length, aboveIds },
        ...walk(id, [...aboveIds, id]),
      ]);
  return walk(null, []);
}

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
