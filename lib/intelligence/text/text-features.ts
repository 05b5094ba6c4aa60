import { normalizeForFeatures } from "./normalize-text";

/** Sparse feature vector before weighting: hashed bucket → value (sublinear term frequency × block weight). */
export type SparseFeatures = Map<number, number>;

const HAN = /\p{Script=Han}/u;
const TOKEN = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{M}\d'’])+|[\uE000-\uE004]|[?!]/gu;
const BLOCK = { hanGram: 1, wordGram: 1, word: 1.6, wordPair: 1, shape: 0.7 } as const;

/**
 * Hashed features of a text (Weinberger et al. 2009, feature hashing): within Chinese runs character 1–4-grams
 * with marks at both ends; for other words the word, word pairs, and character 2–5-grams inside word boundaries;
 * and a few shape features (length, placeholders). The only feature function: training and serving both call it.
 *
 * @param bucketBits number of buckets as a power of two, 8–24.
 * @returns bucket → (1 + ln tf) × block weight, not normalised; empty for text without letters, digits or marks.
 */
export function extractFeatures(text: string, bucketBits: number): SparseFeatures {
  const counts = new Map<number, { count: number; weight: number }>();
  const mask = 2 ** bucketBits - 1;
  const add = (kind: string, gram: string, weight: number) => {
    const bucket = hash(kind, gram) & mask;
    const entry = counts.get(bucket);
    if (entry) entry.count += 1;
    else counts.set(bucket, { count: 1, weight });
  };
  const normal = normalizeForFeatures(text);
  const tokens = normal.match(TOKEN) ?? [];
  let previous = "<s>";
  let units = 0;
  for (const token of tokens) {
    if (HAN.test(token)) {
      addGrams(`<${token}>`, 1, 4, (gram) => add("h", gram, BLOCK.hanGram));
      units += token.length;
    } else {
      add("w", token, BLOCK.word);
      add("p", `${previous} ${token}`, BLOCK.wordPair);
      if (token.length > 2 && token.length < 30) {
        addGrams(`_${token}_`, 2, 5, (gram) => add("c", gram, BLOCK.wordGram));
      }
      units += 2;
    }
    previous = HAN.test(token) ? token.slice(-1) : token;
  }
  if (tokens.length > 0) {
    add("p", `${previous} </s>`, BLOCK.wordPair);
    add("l", String(Math.min(6, Math.floor(Math.log2(1 + units)))), BLOCK.shape);
    if (/[\uE000-\uE004]/.test(normal)) add("l", "entity", BLOCK.shape);
  }
  const features: SparseFeatures = new Map();
  for (const [bucket, { count, weight }] of counts) features.set(bucket, (1 + Math.log(count)) * weight);
  return features;
}

function addGrams(run: string, shortest: number, longest: number, add: (gram: string) => void): void {
  const chars = Array.from(run);
  for (let start = 0; start < chars.length; start += 1) {
    let gram = "";
    for (let size = 1; size <= longest && start + size <= chars.length; size += 1) {
      gram += chars[start + size - 1];
      if (size >= shortest && gram !== "<" && gram !== ">") add(gram);
    }
  }
}

// FNV-1a over UTF-16 units with a final avalanche, so that low bits are well mixed.
function hash(kind: string, gram: string): number {
  let value = 0x811c9dc5 ^ kind.charCodeAt(0);
  for (let i = 0; i < gram.length; i += 1) {
    value = Math.imul(value ^ gram.charCodeAt(i), 0x01000193);
  }
  value ^= value >>> 15;
  value = Math.imul(value, 0x2c1b3c6d);
  value ^= value >>> 12;
  return value >>> 0;
}
