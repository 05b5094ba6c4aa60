/** Pairs of texts that share most of their character trigrams. */

export interface Grams {
  /** Trigrams of the text, rarest first. */
  ordered: readonly string[];
  all: ReadonlySet<string>;
}

/** Trigram sets of the keys, each ordered by how rare its trigrams are in all of them. */
export function gramsOf(keys: readonly string[]): Grams[] {
  const sets = keys.map(trigrams);
  const frequency = new Map<string, number>();
  for (const set of sets) for (const gram of set) frequency.set(gram, (frequency.get(gram) ?? 0) + 1);
  return sets.map((all) => ({
    all,
    ordered: [...all].sort((a, b) => frequency.get(a)! - frequency.get(b)! || (a < b ? -1 : 1)),
  }));
}

/**
 * All pairs (i, j), j < i, of a Jaccard similarity of at least `threshold`. Only texts that share one of their rarest
 * trigrams are compared: two sets that are alike must (prefix filter, Bayardo, Ma and Srikant 2007).
 */
export function* findNearDuplicates(
  grams: readonly Grams[],
  threshold: number,
): Generator<{ i: number; j: number; likeness: number }> {
  const index = new Map<string, number[]>();
  for (let i = 0; i < grams.length; i += 1) {
    const { ordered, all } = grams[i]!;
    const prefix = ordered.slice(0, ordered.length - Math.ceil(threshold * ordered.length) + 1);
    const candidates = new Set(prefix.flatMap((gram) => index.get(gram) ?? []));
    for (const j of candidates) {
      const likeness = jaccard(all, grams[j]!.all, threshold);
      if (likeness >= threshold) yield { i, j, likeness };
    }
    for (const gram of prefix) {
      const places = index.get(gram);
      if (places) places.push(i);
      else index.set(gram, [i]);
    }
  }
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>, threshold: number): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  if (small.size < threshold * large.size) return 0;
  let shared = 0;
  for (const gram of small) if (large.has(gram)) shared += 1;
  return shared / (a.size + b.size - shared);
}

function trigrams(key: string): Set<string> {
  const framed = `^${key}$`;
  const grams = new Set<string>();
  for (let i = 0; i + 3 <= framed.length; i += 1) grams.add(framed.slice(i, i + 3));
  return grams;
}
