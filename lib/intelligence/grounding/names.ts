import { MONTHS, WEEKDAYS } from "./patterns";

/** Written with a capital wherever they stand, and no name of anything. */
const NO_NAMES = new Set([
  "i",
  "ok",
  "hi",
  "hello",
  "dear",
  "hola",
  "usted",
  "ud",
  "uds",
  "no",
  "sms",
  "pdf",
  "am",
  "pm",
]);

/**
 * Names in an answer that none of its sources has: words with a capital inside a sentence, and Latin words in a Chinese
 * one. A carrier, a product or a person that nobody spoke of is a fact made up.
 */
export function findNewNames(answer: string, sources: readonly string[]): string[] {
  const known = new Set(
    sources.flatMap((text) =>
      words(text).flatMap((word) => [word.toLowerCase(), singular(word.toLowerCase())]),
    ),
  );
  const isChinese = /\p{Script=Han}/u.test(answer);
  const candidates = isChinese ? words(answer) : insideSentences(answer);
  return candidates.filter((word) => {
    const lower = word.toLowerCase();
    const isOrdinary =
      NO_NAMES.has(lower) || MONTHS.has(lower) || WEEKDAYS.has(lower) || /^i['’]/.test(lower);
    return !isOrdinary && !known.has(lower) && !known.has(singular(lower));
  });
}

const singular = (word: string) => word.replace(/['’]s$/, "").replace(/(?:es|s)$/, "");

const words = (text: string) => text.normalize("NFKC").match(/\p{Script=Latin}[\p{Script=Latin}'’]*/gu) ?? [];

function insideSentences(text: string): string[] {
  return [...text.normalize("NFKC").matchAll(/(?<before>\S?\s*)(?<word>\p{Lu}[\p{L}'’]*)/gu)]
    .filter(
      ({ groups, index }) =>
        index > 0 && !/^[.!?:;…¡¿"“«(\n)—–-]/u.test(groups!.before!) && !/\n/.test(groups!.before!),
    )
    .map(({ groups }) => groups!.word!);
}
