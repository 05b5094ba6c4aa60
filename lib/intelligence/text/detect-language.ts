import profile from "./language-profile.json" with { type: "json" };
import { foldDiacritics, MAX_TEXT_LENGTH, normalizeText } from "./normalize-text";
import type { TextLanguage } from "./text-model";

/** Classes of the Latin-script decision, in the order of the profile's weights. */
export const LATIN_LANGUAGES = ["en", "es", "other"] as const;

const CODES = /[\w.+-]{0,64}@[\w.-]{1,64}|https?:\/\/\S{1,500}|#?[a-z]{0,5}[- ]?\d[\w-]{0,40}/g;
const SPANISH_MARKS = /[ñ¿¡]/;
const FOREIGN_MARKS = /[ãõçàèìòùâêîôûäößåøæœłşğıąęćżźśńýřšžčőű]/;

let weights: Int8Array | undefined;

/**
 * Language of a text: by script for Chinese (kana, Hangul, Cyrillic, Arabic and others are "other"), else a linear
 * decision over words and character 1–4-grams between English, Spanish and other Latin-script languages, learnt
 * from the corpus (after Cavnar and Trenkle 1994). Codes, links and numbers do not count; with no words left the answer is "other" with
 * confidence 0.
 *
 * @returns the language and a confidence of 0–1. Never throws.
 */
export function detectLanguage(text: string): { language: TextLanguage; confidence: number } {
  const normal = normalizeText(text);
  const scripts = countScripts(normal);
  const latin = latinWords(normal);
  const total = scripts.han + scripts.foreign + 1.5 * latin.length;
  if (total === 0) return { language: "other", confidence: 0 };
  if (scripts.kana > 0 && scripts.kana >= 0.15 * scripts.han) {
    return { language: "other", confidence: (scripts.foreign + scripts.han) / total };
  }
  if (scripts.foreign > total / 2) return { language: "other", confidence: scripts.foreign / total };
  if (scripts.han >= 0.4 * total) return { language: "zh", confidence: Math.max(0.6, scripts.han / total) };
  return decideLatin(latin, normal);
}

/** Latin words of a normalised text, without e-mails, links and codes, diacritics folded. */
export function latinWords(normal: string): string[] {
  return foldDiacritics(normal.slice(0, MAX_TEXT_LENGTH).replace(CODES, " ")).match(/[a-z]{1,40}/g) ?? [];
}

/** Feature buckets of Latin words; the same function serves training and detection. */
export function languageFeatures(words: readonly string[], buckets: number): number[] {
  const found: number[] = [];
  for (const word of words) {
    found.push(bucketOf(`w${word}`, buckets), bucketOf(`w${word}`, buckets));
    const marked = `_${word}_`;
    for (let start = 0; start < marked.length; start += 1) {
      for (let size = 1; size <= 4 && start + size <= marked.length; size += 1) {
        found.push(bucketOf(marked.slice(start, start + size), buckets));
      }
    }
  }
  return found;
}

function decideLatin(
  words: readonly string[],
  normal: string,
): { language: TextLanguage; confidence: number } {
  weights ??= Int8Array.from(atob(profile.weights), (char) => char.charCodeAt(0));
  const width = LATIN_LANGUAGES.length;
  const scores = [...profile.bias];
  const features = languageFeatures(words, profile.buckets);
  const norm = profile.scale / Math.sqrt(Math.max(1, features.length));
  for (const bucket of features) {
    for (let k = 0; k < width; k += 1) scores[k]! += norm * weights[bucket * width + k]!;
  }
  if (SPANISH_MARKS.test(normal)) scores[1]! += 2;
  if (FOREIGN_MARKS.test(normal)) scores[2]! += 2;
  const highest = Math.max(...scores);
  const exponentials = scores.map((score) => Math.exp(score - highest));
  const best = scores.indexOf(highest);
  const confidence = exponentials[best]! / exponentials.reduce((sum, value) => sum + value, 0);
  return { language: LATIN_LANGUAGES[best]!, confidence };
}

function countScripts(normal: string): { han: number; kana: number; foreign: number } {
  let han = 0;
  let kana = 0;
  let foreign = 0;
  for (const char of normal) {
    if (char <= "\u024f" || !/\p{L}/u.test(char)) continue;
    if (/\p{Script=Han}/u.test(char)) han += 1;
    else if (!/\p{Script=Latin}/u.test(char)) {
      foreign += 1;
      if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(char)) kana += 1;
    }
  }
  return { han, kana, foreign };
}

function bucketOf(gram: string, buckets: number): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < gram.length; i += 1) value = Math.imul(value ^ gram.charCodeAt(i), 0x01000193);
  value ^= value >>> 15;
  value = Math.imul(value, 0x2c1b3c6d);
  return ((value ^ (value >>> 13)) >>> 0) % buckets;
}
