import { CARRIERS } from "./claims";
import { type Fact, readFacts } from "./read-facts";
import { guessLanguage, type TextLanguage } from "./text-language";

export interface TranslationVerdict {
  isFaithful: boolean;
  /** As the original writes them. */
  lost: string[];
  /** As the translation writes them. */
  added: string[];
}

/** Relative days are worded too freely in a translation to be compared. */
const COMPARED = (fact: Fact) => fact.kind !== "relative_day" && fact.kind !== "size";

/** Whether every number, amount, date, code and contact of a text is in its translation, and none besides. */
export function checkTranslation(
  original: string,
  translation: string,
  languages: { from?: TextLanguage | null; to: TextLanguage },
): TranslationVerdict {
  const before = readFacts(original, languages.from ?? guessLanguage(original)).filter(COMPARED);
  const after = readFacts(translation, languages.to).filter(COMPARED);
  const has = (facts: readonly Fact[], { kind, value }: Fact) =>
    facts.some((fact) => fact.kind === kind && fact.value === value);
  const latinCarriers = (text: string) =>
    [...text.matchAll(CARRIERS)].map(([name]) => name).filter((name) => /^\p{Script=Latin}/u.test(name));
  const keeps = (name: string) => translation.toLowerCase().includes(name.toLowerCase());
  const lost = [
    ...before.filter((fact) => !has(after, fact)).map(({ text }) => text),
    ...latinCarriers(original).filter((name) => !keeps(name)),
  ];
  const added = after.filter((fact) => !has(before, fact)).map(({ text }) => text);
  return { isFaithful: lost.length + added.length === 0, lost, added };
}
