/** Learns the weights of the Latin-script language decision and writes them beside the code that reads them. */
import { writeFileSync } from "node:fs";
import { LATIN_LANGUAGES, languageFeatures, latinWords } from "../lib/intelligence/text/detect-language";
import { normalizeText } from "../lib/intelligence/text/normalize-text";
import { CORPUS, readCorpus, readLines } from "./read-corpus";

const BUCKETS = 6144;
const EPOCHS = 30;
const WIDTH = LATIN_LANGUAGES.length;
const PROFILE = new URL("../lib/intelligence/text/language-profile.json", import.meta.url);

interface Example {
  features: number[];
  label: number;
  weight: number;
}

const corpus = readCorpus(new URL("intents/", CORPUS)).filter((row) => row.lang !== "zh");
const foreign = readLines(new URL("./other-languages.jsonl", import.meta.url)).map((row) => ({
  ...row,
  lang: "other",
}));
const examples: Example[] = [];
for (const row of [...corpus, ...foreign]) {
  const words = latinWords(normalizeText(row.text));
  if (words.length === 0) continue;
  const label = LATIN_LANGUAGES.indexOf(row.lang as (typeof LATIN_LANGUAGES)[number]);
  const weight = row.lang === "other" ? 4 : 1;
  examples.push({ features: languageFeatures(words, BUCKETS), label, weight });
  // Single words teach the detector what one-word messages look like.
  if (words.length <= 12) {
    for (const word of words) {
      examples.push({ features: languageFeatures([word], BUCKETS), label, weight: weight * 0.3 });
    }
  }
}

/** Small seeded generator of numbers in [0, 1) (mulberry32), so that training repeats exactly. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const weights = new Float64Array(BUCKETS * WIDTH);
const squares = new Float64Array(BUCKETS * WIDTH).fill(1e-3);
const bias = [0, 0, -1.5];
const random = mulberry32(7);
for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
  for (let step = 0; step < examples.length; step += 1) {
    const { features, label, weight } = examples[Math.floor(random() * examples.length)]!;
    const norm = 1 / Math.sqrt(features.length);
    const scores = scoresOf(features, norm);
    const highest = Math.max(...scores);
    const exponentials = scores.map((score) => Math.exp(score - highest));
    const total = exponentials.reduce((sum, value) => sum + value, 0);
    for (let k = 0; k < WIDTH; k += 1) {
      const error = weight * (exponentials[k]! / total - (k === label ? 1 : 0));
      for (const bucket of features) {
        const at = bucket * WIDTH + k;
        const gradient = error * norm + 2e-4 * weights[at]!;
        squares[at]! += gradient ** 2;
        weights[at]! -= (0.1 * gradient) / Math.sqrt(squares[at]!);
      }
    }
  }
}

const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
const scale = largest / 127;
const bytes = Int8Array.from(weights, (weight) => Math.round(weight / scale));
const profile = { buckets: BUCKETS, scale, bias, weights: Buffer.from(bytes.buffer).toString("base64") };
writeFileSync(PROFILE, `${JSON.stringify(profile, null, 2)}\n`);
const right = examples.filter(({ features, label }) => {
  const scores = scoresOf(features, 1 / Math.sqrt(features.length));
  return scores.indexOf(Math.max(...scores)) === label;
}).length;
console.log(
  `language decision: ${examples.length} examples, ${((100 * right) / examples.length).toFixed(1)} % fit`,
);

function scoresOf(features: readonly number[], norm: number): number[] {
  const scores = [...bias];
  for (const bucket of features) {
    for (let k = 0; k < WIDTH; k += 1) scores[k]! += norm * weights[bucket * WIDTH + k]!;
  }
  return scores;
}
