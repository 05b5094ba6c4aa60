/** What a variant is made of, by dimension: {"colour": "Blue", "size": "M"}. */
export type Made = Readonly<Record<string, string>>;

const SIZE = /^(?:[A-Z]{1,4}|\d{1,3}(?:[.,]5)?)$/;

const SIZE_WORDS: Readonly<Record<string, RegExp>> = {
  S: /小[号號码碼]|(?<!\p{L})(?:small|peque[nñ][oa]|chic[oa])(?!\p{L})/iu,
  M: /中[号號码碼]|(?<!\p{L})(?:medium|median[oa])(?!\p{L})/iu,
  L: /(?<![特加])大[号號码碼]|(?<!\p{L})(?<!extra[ -])(?:large|grande)(?!\p{L})/iu,
};

/** Which values of each dimension a text names: "the blue one in M" of colours and sizes. */
export function saidOf(text: string, variants: readonly Made[]): Made {
  const plain = text.normalize("NFKC");
  const dimensions = [...new Set(variants.flatMap((made) => Object.keys(made)))];
  const said = dimensions.flatMap((dimension) => {
    const values = new Set(variants.flatMap((made) => made[dimension] ?? []));
    const named = [...values].filter((value) => names(plain, value));
    return named.length === 1 ? [[dimension, named[0]!] as const] : [];
  });
  return Object.fromEntries(said);
}

/** The indices of the variants that are made so. */
export const madeLike = (wanted: Made, variants: readonly Made[]): number[] =>
  variants.flatMap((made, i) =>
    Object.entries(wanted).every(([dimension, value]) => made[dimension] === value) ? [i] : [],
  );

/**
 * The index of the variant that a text describes; what it does not say is as it is of `current`. Null where it says
 * nothing of a variant, or of none that there is.
 */
export function describedVariant(text: string, variants: readonly Made[], current: Made): number | null {
  const said = saidOf(text, variants);
  if (Object.keys(said).length === 0) return null;
  const alike = (at: number) =>
    Object.entries(current).filter(([dimension, value]) => variants[at]![dimension] === value).length;
  const [best = null] = madeLike(said, variants).sort((one, other) => alike(other) - alike(one));
  return best;
}

function names(text: string, value: string): boolean {
  if (SIZE_WORDS[value]?.test(text)) return true;
  if (SIZE.test(value))
    return new RegExp(`(?<![\\p{Script=Latin}\\d'’])${value}(?![\\p{Script=Latin}\\d])`, "u").test(text);
  if (/\p{Script=Han}/u.test(value)) {
    if (text.includes(value)) return true;
    // "白的", "白那件" for 白色.
    const [, colour] = /^(\p{Script=Han})色$/u.exec(value) ?? [];
    return (
      colour !== undefined && new RegExp(`${colour}(?=[色的款件那呢]|$|\\P{Script=Han})`, "u").test(text)
    );
  }
  const words = plainWords(text);
  return plainWords(value).every((word) => words.includes(word));
}

/** Without accents and endings: blanco, blanca and blancas are one word. */
const plainWords = (text: string) =>
  (
    text
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .match(/\p{Script=Latin}{2,}/gu) ?? []
  ).map((word) => word.replace(/(?:es|s)$/, "").replace(/(?<=.{3})[aoe]$/, ""));
