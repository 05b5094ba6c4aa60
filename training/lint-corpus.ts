/**
 * Checks the corpus: unreadable or empty lines, duplicates, dev-set leaks, thin intents, wrong language.
 * Run: npx tsx training/lint-corpus.ts   Exits 1 on any error; near duplicates within an intent only warn.
 */
import { existsSync } from "node:fs";
import { detectLanguage } from "../lib/intelligence/text/detect-language";
import { normalizeForFeatures } from "../lib/intelligence/text/normalize-text";
import { type CorpusRow, DEV_SET, readCorpus, readLines } from "./read-corpus";

const LANGUAGES = ["zh", "en", "es"] as const;
const LEAST = 16;
const LEAST_BY_INTENT: Record<string, number> = {
  out_of_scope: 60,
  ...Object.fromEntries(
    [
      "order_tracking",
      "human_agent",
      "greeting",
      "provide_info",
      "delivery_time",
      "delivery_expedite",
      "not_received",
    ].map((intent) => [intent, 30]),
  ),
};
/** Share of shared character trigrams from which two texts are near duplicates. */
const NEAR = 0.75;
/** Closeness to a dev-set line from which a corpus line is an error. */
const LEAK = 0.8;
/** Texts of at most so many words, or Chinese characters, are set phrases ("muchas gracias") and no leak. */
const SET_PHRASE = { words: 3, han: 7 };

const rows = readCorpus();
const errors: string[] = [];
const warnings: string[] = [];

checkCounts();
checkLanguages();
checkDuplicates();
checkLeaks();

for (const line of warnings) console.log(`warning  ${line}`);
for (const line of errors) console.log(`ERROR    ${line}`);
console.log(`${rows.length} lines, ${errors.length} errors, ${warnings.length} warnings`);
process.exit(errors.length > 0 ? 1 : 0);

function checkCounts(): void {
  for (const intent of new Set(rows.map((row) => row.intent))) {
    for (const lang of LANGUAGES) {
      const count = rows.filter((row) => row.intent === intent && row.lang === lang).length;
      const least = LEAST_BY_INTENT[intent] ?? LEAST;
      if (count < least) errors.push(`${intent}.jsonl has ${count} ${lang} lines; it needs ${least}.`);
    }
  }
}

function checkLanguages(): void {
  for (const row of rows) {
    if (!(LANGUAGES as readonly string[]).includes(row.lang))
      errors.push(`${row.place}: unknown language "${row.lang}".`);
    if (row.text.trim() === "" || row.text.length > 500)
      errors.push(`${row.place}: empty or longer than 500.`);
    const { language, confidence } = detectLanguage(row.text);
    if (row.intent === "provide_info" || row.text.length < 12) continue;
    if (language !== row.lang && confidence > 0.9)
      errors.push(`${row.place}: marked ${row.lang}, reads as ${language}: ${row.text}`);
  }
}

function checkDuplicates(): void {
  const first = new Map<string, CorpusRow>();
  for (const row of rows) {
    const key = `${row.lang} ${keyOf(row.text)}`;
    const earlier = first.get(key);
    if (!earlier) first.set(key, row);
    else if (earlier.intent === row.intent)
      warnings.push(`${row.place} repeats ${earlier.place}: ${row.text}`);
    else errors.push(`${row.place} and ${earlier.place} say the same under two intents: ${row.text}`);
  }
  const grams = rows.map((row) => gramsOf(row.text));
  for (let i = 0; i < rows.length; i += 1) {
    for (let j = i + 1; j < rows.length; j += 1) {
      if (rows[i]!.lang !== rows[j]!.lang || keyOf(rows[i]!.text) === keyOf(rows[j]!.text)) continue;
      if (likeness(grams[i]!, grams[j]!) < NEAR) continue;
      warnings.push(`${rows[i]!.place} ≈ ${rows[j]!.place}: ${rows[i]!.text} | ${rows[j]!.text}`);
    }
  }
}

function checkLeaks(): void {
  if (!existsSync(DEV_SET)) {
    warnings.push("no development set found; leaks were not checked.");
    return;
  }
  const dev = readLines(DEV_SET).map((row) => ({
    lang: row.lang,
    key: keyOf(row.text),
    grams: gramsOf(row.text),
  }));
  for (const row of rows) {
    const key = keyOf(row.text);
    if (
      row.lang === "zh"
        ? key.length <= SET_PHRASE.han
        : row.text.trim().split(/\s+/).length <= SET_PHRASE.words
    ) {
      continue;
    }
    const grams = gramsOf(row.text);
    const leak = dev.some(
      (line) => line.lang === row.lang && (line.key === key || likeness(grams, line.grams) >= LEAK),
    );
    if (leak) errors.push(`${row.place} equals or nearly equals a development line; rewrite or drop it.`);
  }
}

function keyOf(text: string): string {
  return normalizeForFeatures(text).replace(/[^\p{L}\p{N}\p{Co}?]/gu, "") || text;
}

function gramsOf(text: string): Set<string> {
  const key = `^${keyOf(text)}$`;
  const grams = new Set<string>();
  for (let i = 0; i + 3 <= key.length; i += 1) grams.add(key.slice(i, i + 3));
  return grams;
}

// Jaccard similarity; the size test first saves most of the work.
function likeness(a: Set<string>, b: Set<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  if (small.size < NEAR * large.size) return 0;
  let shared = 0;
  for (const gram of small) if (large.has(gram)) shared += 1;
  return shared / (a.size + b.size - shared);
}
