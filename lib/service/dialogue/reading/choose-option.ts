import type { Language } from "../types";

/** Something the bot has offered to choose from, in the order it was shown. */
export interface Option {
  value: string;
  /** As the customer saw it. */
  label: string;
  /** Of an order's item. */
  productId?: string | null | undefined;
}

const ORDINALS: readonly RegExp[] = [
  /第一|头一|頭一|\b(?:first|1st)\b|(?<!\p{L})primer[oa]?(?!\p{L})/iu,
  /第二|\b(?:second|2nd)\b|(?<!\p{L})segund[oa](?!\p{L})/iu,
  /第三|\b(?:third|3rd)\b|(?<!\p{L})tercer[oa]?(?!\p{L})/iu,
  /第四|\b(?:fourth|4th)\b|(?<!\p{L})cuart[oa](?!\p{L})/iu,
  /第五|\b(?:fifth|5th)\b|(?<!\p{L})quint[oa](?!\p{L})/iu,
];
const LATEST =
  /最新|最近|刚买|刚下|剛買|\b(?:latest|newest|most recent)\b|más reciente|mas reciente|más nuev|mas nuev/iu;
const LAST = /最后|最後|末|\blast\b|últim[oa]|ultim[oa]/iu;
const FORMER = /前面那|前一|上面那|\b(?:former|above|previous)\b|anterior|primera? opci/iu;
const OTHER = /另一|另外|别的|別的|其他|换一|\bother\b|\banother\b|(?<!\p{L})otr[oa](?!\p{L})/iu;
const ALL =
  /全部|都要|所有|两个都|兩個都|都退|都换|一起|\b(?:both|all of (?:it|them)|everything|all)\b|(?<!\p{L})(?:amb[oa]s|tod[oa]s?|l[oa]s dos)(?!\p{L})/iu;
const NUMBERED =
  /^(?:no\.?|nr\.?|number|option|n[uú]mero|opci[oó]n|选|選|#)?\s*([1-9])\s*(?:号|號|个|個|\.|\))?$/iu;

/**
 * Which of the offered options a text means: by its label, its place, or as the other than `current`.
 * Empty where it means none, or where it could be several; more than one only where the text says "both" or "all".
 */
export function chooseOptions(text: string, options: readonly Option[], current?: string): Option[] {
  if (options.length === 0) return [];
  const plain = text.normalize("NFKC").trim();
  const named = chooseNamed(plain, options);
  if (named.length > 0) return named;
  const at = placeIn(plain, options.length);
  if (at !== null) return [options[at]!];
  if (OTHER.test(plain)) {
    const others = options.filter(({ value }) => value !== current);
    return others.length === 1 ? others : [];
  }
  return [];
}

/** The same by names alone, for what has not been shown as a list: "my last order" names no last item. */
export function chooseNamed(text: string, options: readonly Option[]): Option[] {
  const named = byLabel(text, options);
  if (named.length === 1) return named;
  if (ALL.test(text)) return named.length > 1 ? named : [...options];
  return [];
}

/**
 * The same where several may be meant: "the tea and the cups". What is left unclear of one part is looked for among
 * what the other parts leave.
 */
export function chooseSeveral(text: string, options: readonly Option[], language: Language): Option[] {
  const parts = text.normalize("NFKC").split(JOINS);
  const picked = parts
    .map((part) => byLabel(part, options))
    .map((found) => (found.length === 1 ? found[0]! : null));
  const whole = byHead(text, options, language);
  if (parts.length === 1 || (picked.every((one) => one === null) && whole.length > 0)) return whole;
  const left = options.filter((option) => !picked.includes(option));
  const found = parts.map((part, at) => picked[at] ?? byHead(part, left, language)[0]);
  return options.filter((option) => found.includes(option));
}

/** By the word that says what a thing is: the tea is the Longjing tea and not the tea cup. */
function byHead(text: string, options: readonly Option[], language: Language): Option[] {
  const named = byLabel(text, options);
  if (named.length === 1) return named;
  const said = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const found = options.filter((option) => {
    // What it is made of, in brackets, is not what it is.
    const label = option.label.replace(/\s*\([^()]*\)/u, "");
    const words =
      label
        .normalize("NFD")
        .replace(/\p{M}/gu, "")
        .toLowerCase()
        .match(/\p{L}+/gu) ?? [];
    if (language === "zh")
      return said.includes(/\p{Script=Han}(?=\P{Script=Han}*$)/u.exec(label)?.[0] ?? label);
    const head = language === "en" ? words.at(-1) : words[0];
    return head !== undefined && new RegExp(`(?<!\\p{L})${head}(?:e?s)?(?!\\p{L})`, "u").test(said);
  });
  return found.length === 1 ? found : [];
}

const JOINS = /\s+(?:and|plus|y|e|más|as well as)\s+|\s*(?:[,，、+&]|和|跟|还有|以及)\s*/iu;

function placeIn(text: string, count: number): number | null {
  const numbered = NUMBERED.exec(text);
  if (numbered) return within(Number(numbered[1]) - 1, count);
  const ordinal = ORDINALS.findIndex((pattern) => pattern.test(text));
  if (ordinal >= 0) return within(ordinal, count);
  if (LATEST.test(text) || FORMER.test(text)) return 0;
  return LAST.test(text) ? count - 1 : null;
}

const within = (at: number, count: number) => (at < count ? at : null);

/** Options whose label the text repeats, or whose distinguishing words it has more of than any other's. */
function byLabel(text: string, options: readonly Option[]): Option[] {
  const said = key(text);
  const whole = options.filter(({ label }) => said.includes(key(label)));
  if (whole.length > 0) return whole;
  const words = options.map(({ label }) => wordsOf(label));
  const saidWords = wordsOf(text);
  const scores = words.map((own, i) => {
    const others = new Set(words.flatMap((list, j) => (i === j ? [] : [...list])));
    return [...own].filter((word) => !others.has(word) && saidWords.has(word)).length;
  });
  const best = Math.max(...scores);
  const named = best === 0 ? [] : options.filter((_, i) => scores[i] === best);
  return named.length === 1 ? named : byMostWords(words, saidWords, options, named);
}

/** "White, L" of two white ones and two of size L: the one that has both. */
function byMostWords(
  words: readonly ReadonlySet<string>[],
  said: ReadonlySet<string>,
  options: readonly Option[],
  named: Option[],
): Option[] {
  const scores = words.map((own) => [...own].filter((word) => said.has(word)).length);
  const best = Math.max(...scores);
  const most = options.filter((_, i) => scores[i] === best);
  return best > 1 && most.length === 1 ? most : named;
}

const key = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");

/** Sizes are written in capitals: "I'm" is none. */
const SIZES = /(?<![\p{Script=Latin}'’])(?:XXS|XS|S|M|L|XL|XXL|[2-6]XL)(?!\p{Script=Latin})/gu;

/** Words that tell nothing from nothing. */
const SMALL: ReadonlySet<string> = new Set([
  ...["the", "and", "not", "what", "that", "this", "was", "has", "does", "for", "with", "one", "too", "its"],
  ...["que", "los", "las", "una", "uno", "por", "con", "para", "del", "como", "esta", "este", "mas", "muy"],
]);

/** Words of three letters and more without their accents and endings; of Chinese, pairs of characters. */
function wordsOf(text: string): Set<string> {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const words = (plain.match(/[\p{Script=Latin}\p{N}]{2,}/gu) ?? [])
    .filter((word) => (word.length > 2 && !SMALL.has(word)) || /\d/.test(word))
    .map((word) => word.replace(/(?:es|s)$/, ""))
    .map((word) => (word.length > 4 ? word.replace(/[aoe]$/, "") : word).slice(0, 7));
  const runs = plain.match(/\p{Script=Han}+/gu) ?? [];
  const pairs = runs.flatMap((run) => Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2)));
  return new Set([...words, ...pairs, ...(text.match(SIZES) ?? [])]);
}
