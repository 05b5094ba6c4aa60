/**
 * Checks the corpus: unreadable or empty lines, duplicates, dev-set leaks, thin intents, wrong language.
 * Run: npx tsx training/lint-corpus.ts   Exits 1 on any error; near duplicates within a label only warn.
 */
import { existsSync } from "node:fs";
import { detectLanguage } from "../lib/intelligence/text/detect-language";
import { normalizeText } from "../lib/intelligence/text/normalize-text";
import { findNearDuplicates, gramsOf } from "./find-near-duplicates";
import { CORPUS, type CorpusRow, DEV_SET, readCorpus, readLines } from "./read-corpus";

const LANGUAGES = ["zh", "en", "es"] as const;
/** The least lines a language and label; out_of_scope is as wide as the world. */
const LEAST = { intents: 120, out_of_scope: 400, sentiment: 100 };
/** Share of shared character trigrams from which two texts of one label are near duplicates. */
const NEAR = 0.75;
/** Closeness to a dev-set line from which a corpus line is an error. */
const LEAK = 0.8;
/** Texts of at most so many words, or Chinese characters, are set phrases ("muchas gracias") and no leak. */
const SET_PHRASE = { words: 3, han: 7 };
const LONGEST = { intents: 500, sentiment: 2000 };

const errors: string[] = [];
const warnings: string[] = [];
const intents = readCorpus(new URL("intents/", CORPUS));
const sentiment = readCorpus(new URL("sentiment/", CORPUS));

for (const [kind, rows] of Object.entries({ intents, sentiment }) as [keyof typeof LONGEST, CorpusRow[]][]) {
  checkCounts(kind, rows);
  checkTexts(rows, LONGEST[kind]);
  checkDuplicates(rows);
}
checkLeaks(intents);
checkHeldOut([...intents, ...sentiment]);

for (const line of warnings) console.log(`warning  ${line}`);
for (const line of errors) console.log(`ERROR    ${line}`);
console.log(
  `${intents.length} intent lines, ${sentiment.length} sentiment lines, ${errors.length} errors, ${warnings.length} warnings`,
);
process.exit(errors.length > 0 ? 1 : 0);

function checkCounts(kind: keyof typeof LONGEST, rows: readonly CorpusRow[]): void {
  for (const label of new Set(rows.map((row) => row.label))) {
    for (const lang of LANGUAGES) {
      const count = rows.filter((row) => row.label === label && row.lang === lang).length;
      const least = label === "out_of_scope" ? LEAST.out_of_scope : LEAST[kind];
      if (count < least) errors.push(`${kind}/${label}.jsonl has ${count} ${lang} lines; it needs ${least}.`);
    }
  }
}

function checkTexts(rows: readonly CorpusRow[], longest: number): void {
  for (const row of rows) {
    if (!(LANGUAGES as readonly string[]).includes(row.lang))
      errors.push(`${row.place}: unknown language "${row.lang}".`);
    if (row.text.trim() === "" || row.text.length > longest)
      errors.push(`${row.place}: empty or longer than ${longest}.`);
    // Gibberish and foreign words stand among what is out of scope, names and numbers among what is supplied.
    if (row.label === "provide_info" || row.label === "out_of_scope" || row.text.length < 12) continue;
    const { language, confidence } = detectLanguage(row.text);
    if (language !== row.lang && confidence > 0.98)
      warnings.push(`${row.place}: marked ${row.lang}, reads as ${language}: ${row.text}`);
  }
}

function checkDuplicates(rows: readonly CorpusRow[]): void {
  const first = new Map<string, CorpusRow>();
  for (const row of rows) {
    const key = `${row.lang} ${keyOf(row.text)}`;
    const earlier = first.get(key);
    if (!earlier) first.set(key, row);
    else if (earlier.label === row.label) errors.push(`${row.place} repeats ${earlier.place}: ${row.text}`);
    else errors.push(`${row.place} and ${earlier.place} say the same under two labels: ${row.text}`);
  }
  for (const lang of LANGUAGES) {
    const own = rows.filter((row) => row.lang === lang);
    for (const { i, j } of findNearDuplicates(gramsOf(own.map((row) => keyOf(row.text))), NEAR)) {
      if (own[i]!.label !== own[j]!.label || keyOf(own[i]!.text).length < 8) continue;
      warnings.push(`${own[i]!.place} ≈ ${own[j]!.place}: ${own[i]!.text} | ${own[j]!.text}`);
    }
  }
}

function checkLeaks(rows: readonly CorpusRow[]): void {
  if (!existsSync(DEV_SET)) {
    warnings.push("no development set found; leaks were not checked.");
    return;
  }
  for (const lang of LANGUAGES) {
    const dev = readLines(DEV_SET).filter((line) => line.lang === lang && !isSetPhrase(line));
    const own = rows.filter((row) => row.lang === lang && !isSetPhrase(row));
    const grams = gramsOf([...dev, ...own].map((row) => keyOf(row.text)));
    for (const { i, j } of findNearDuplicates(grams, LEAK)) {
      if (j >= dev.length || i < dev.length) continue;
      errors.push(
        `${own[i - dev.length]!.place} equals or nearly equals a development line; rewrite or drop it.`,
      );
    }
  }
}

function checkHeldOut(rows: readonly CorpusRow[]): void {
  const places = new Map(rows.map((row) => [`${row.lang} ${keyOf(row.text)}`, row.place]));
  for (const name of ["held-out.jsonl", "held-out-sentiment.jsonl"]) {
    for (const line of readLines(new URL(name, CORPUS))) {
      const place = places.get(`${line.lang} ${keyOf(line.text)}`);
      if (place && !isSetPhrase(line)) errors.push(`${place} is a line of ${name}; drop it: ${line.text}`);
    }
  }
}

function isSetPhrase(row: { lang: string; text: string }): boolean {
  return row.lang === "zh"
    ? keyOf(row.text).length <= SET_PHRASE.han
    : row.text.trim().split(/\s+/).length <= SET_PHRASE.words;
}

function keyOf(text: string): string {
  return normalizeText(text).replace(/[^\p{L}\p{N}\p{Co}?]/gu, "") || text;
}
