import { normalizeForFeatures, normalizeText } from "./normalize-text";

/** Share of each class that is held out, rounded down: a class of fewer than five texts is not held out at all. */
const SHARE = 0.2;

/**
 * Splits labelled texts into a part to train on and one to judge by: stratified by label, the same for the same
 * texts in any order. Texts that differ only in case, accents, punctuation, spaces or the digits of a number fall
 * on one side, under whatever labels.
 *
 * @param share 0–1.
 */
export function splitHeldOut<T extends { text: string; label: string }>(
  items: readonly T[],
  share = SHARE,
): { train: T[]; heldOut: T[] } {
  const keys = items.map(({ text }) => nearDuplicateKey(text));
  const labelsOf = new Map<string, string[]>();
  items.forEach(({ label }, i) => {
    const labels = labelsOf.get(keys[i]!) ?? [];
    labels.push(label);
    labelsOf.set(keys[i]!, labels);
  });
  const strata = new Map<string, { key: string; hash: number }[]>();
  for (const [key, labels] of labelsOf) {
    const stratum = mostFrequent(labels);
    strata.set(stratum, [...(strata.get(stratum) ?? []), { key, hash: hashText(key) }]);
  }
  const heldOutKeys = new Set<string>();
  for (const members of strata.values()) {
    members.sort((a, b) => a.hash - b.hash || (a.key < b.key ? -1 : 1));
    // The lowest hashes: what is added later moves the border by little, so that the part stays much the same.
    for (const { key } of members.slice(0, Math.floor(members.length * share + 1e-9))) heldOutKeys.add(key);
  }
  const isHeldOut = (_: T, i: number) => heldOutKeys.has(keys[i]!);
  return { heldOut: items.filter(isHeldOut), train: items.filter((item, i) => !isHeldOut(item, i)) };
}

/** What near duplicates have in common; never empty for a text that is not. */
export function nearDuplicateKey(text: string): string {
  const letters = normalizeForFeatures(text).replace(/[^\p{L}\p{N}\uE000-\uE004]+/gu, "");
  return letters || normalizeText(text) || text.trim();
}

function mostFrequent(labels: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]![0];
}

/** FNV-1a over UTF-16 units with a final avalanche: 32 bits, evenly spread. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
