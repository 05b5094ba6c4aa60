import type { Season } from "../calendar";
import type { VariantKey } from "./variants";

/** One kind of product; `{}` in a name is where the variant stands. Price in whole yuan before the variant. */
export interface ProductType {
  code: string;
  zh: string;
  en: string;
  es: string;
  priceYuan: number;
  variants: readonly VariantKey[];
}

export interface Leaf {
  code: string;
  zh: string;
  en: string;
  es: string;
  season: Season;
  /** Position in the list of suppliers. */
  supplier: number;
  /** What people type to find it, by language. */
  queries: { zh: readonly string[]; en: readonly string[]; es: readonly string[] };
  types: readonly ProductType[];
}

export interface Group {
  code: string;
  zh: string;
  en: string;
  es: string;
  leaves: readonly Leaf[];
}

export function type(
  code: string,
  priceYuan: number,
  zh: string,
  en: string,
  es: string,
  ...variants: VariantKey[]
): ProductType {
  return { code, zh, en, es, priceYuan, variants };
}

/** Queries are written `zh / zh | en / en | es / es` to keep the catalogue readable. */
export function leaf(
  code: string,
  names: readonly [zh: string, en: string, es: string],
  season: Season,
  supplier: number,
  queries: string,
  types: readonly ProductType[],
): Leaf {
  const [zh, en, es] = queries.split("|").map((list) => list.split("/").map((query) => query.trim()));
  if (!zh || !en || !es) throw new Error(`The queries of ${code} need three languages.`);
  return { code, zh: names[0], en: names[1], es: names[2], season, supplier, queries: { zh, en, es }, types };
}
