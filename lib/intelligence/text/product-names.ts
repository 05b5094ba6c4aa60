import { foldForEntities } from "./fold-for-entities";
import { type NameToken, tokenizeName } from "./name-tokens";
import { isPlainWord } from "./plain-words";

/** What a merchant calls a product, in each language that has a name, and its stock-keeping unit. */
export interface CatalogueName {
  id: string;
  names: readonly string[];
  sku?: string | undefined;
}

/** A product that a text names; `name` is the one that the text comes nearest to. */
export interface NamedProduct {
  id: string;
  name: string;
}

/** A place in a half-width text and the products that it can mean, the nearest name first. */
export interface ProductMention {
  start: number;
  end: number;
  products: NamedProduct[];
}

interface Name {
  productId: string;
  text: string;
  /** Characters of Han and words of others, each once. */
  weight: number;
}

/** Made once for a catalogue by `indexProductNames`, then read only. */
export interface ProductNameIndex {
  names: readonly Name[];
  /** Of each key the names that have it, ascending. */
  postings: ReadonlyMap<string, readonly number[]>;
  /** The same with what only goes on a mention: a character and the last of the name ("木灯" for 胡桃木台灯). */
  abbreviations: ReadonlyMap<string, readonly number[]>;
  skus: ReadonlyMap<string, NamedProduct>;
}

/** More products than this are no answer. */
const MAX_CANDIDATES = 5;
/** More words than this between two words of a name part them. */
const MAX_FILLERS = 3;
const MAX_NAME_LENGTH = 200;
const HAN = /^\p{Script=Han}/u;
const SKU = /(?<![a-z0-9])[a-z0-9]{1,20}(?:[-_./][a-z0-9]{1,20}){0,6}(?![a-z0-9])/gi;

/** Inverted index over the words and Han bigrams of all names (Zobel & Moffat 2006, "Inverted files"). */
export function indexProductNames(products: readonly CatalogueName[]): ProductNameIndex {
  const names: Name[] = [];
  const postings = new Map<string, number[]>();
  const abbreviations = new Map<string, number[]>();
  const skus = new Map<string, NamedProduct>();
  for (const { id, names: given, sku } of products) {
    for (const text of new Set(given)) {
      const tokens = contentTokens(text);
      const keys = tokens.map(({ key }) => key);
      if (keys.length === 0 || (keys.length === 1 && isPlainWord(keys[0]!))) continue;
      const place = names.push({ productId: id, text, weight: weigh(keys) }) - 1;
      for (const key of new Set(keys)) post(postings, key, place);
      for (const key of abbreviate(tokens)) post(abbreviations, key, place);
    }
    const name = given[0];
    if (sku && name && isTelling(sku)) skus.set(sku.toUpperCase(), { id, name });
  }
  return { names, postings, abbreviations, skus };
}

/**
 * Where a text names products, by position, never overlapping. From every word the longest run is taken whose words
 * all stand in one name, so that the order of words and the fillers between them are free; a whole name goes before a
 * part, more words before fewer. A part counts where it tells something and at most five products have it. Time grows
 * with the text times the length of the lists that are met; a text of 2,000 characters over 10,000 products takes
 * milliseconds.
 *
 * @param folded a text as `foldForEntities` makes it; positions are units of it.
 */
export function findProductNames(folded: string, index: ProductNameIndex): ProductMention[] {
  if (index.names.length === 0) return [];
  const tokens = tokenizeName(folded);
  const runs = new Map<string, Run>();
  const found = findSkus(folded, index);
  for (let first = 0; first < tokens.length; first += 1) {
    const mention = longestMention(folded, tokens, first, index, runs);
    if (mention) found.push(mention);
  }
  found.sort((a, b) => Number(b.isWhole) - Number(a.isWhole) || b.weight - a.weight || a.start - b.start);
  return withoutOverlaps(found, folded.length).map(({ start, end, products }) => ({ start, end, products }));
}

interface Verdict {
  products: NamedProduct[];
  /** A whole name is matched, not a part. */
  isWhole: boolean;
  weight: number;
}
type Candidate = ProductMention & Verdict;

function contentTokens(text: string): NameToken[] {
  const { folded } = foldForEntities(text.slice(0, MAX_NAME_LENGTH));
  return tokenizeName(folded).filter(({ isFiller }) => !isFiller);
}

function abbreviate(tokens: readonly NameToken[]): Set<string> {
  const last = tokens.at(-1);
  if (!last?.isHan) return new Set();
  const head = [...last.key].at(-1)!;
  return new Set(tokens.filter(({ isHan }) => isHan).map(({ key }) => [...key][0]! + head));
}

function post(lists: Map<string, number[]>, key: string, place: number): void {
  const list = lists.get(key);
  if (list) list.push(place);
  else lists.set(key, [place]);
}

function weigh(keys: readonly string[]): number {
  return new Set(keys.flatMap((key) => (HAN.test(key) ? [...key] : [key]))).size;
}

/** A number alone, or a short word, is too common in texts to stand for a product. */
function isTelling(sku: string): boolean {
  return sku.length >= 4 && sku.length <= 60 && /[a-z]/i.test(sku) && /\d/.test(sku);
}

function findSkus(folded: string, { skus }: ProductNameIndex): Candidate[] {
  if (skus.size === 0) return [];
  return [...folded.matchAll(SKU)].flatMap(({ 0: code, index: start }) => {
    const product = skus.get(code.toUpperCase());
    const end = start + code.length;
    return product ? [{ start, end, products: [product], isWhole: true, weight: code.length }] : [];
  });
}

/** Names that hold a run of words, and the longer runs that were met; a text's repeated words are looked up once. */
interface Run {
  places: readonly number[];
  verdict: Verdict | null;
  longer: Map<string, Run>;
}

function longestMention(
  folded: string,
  tokens: readonly NameToken[],
  first: number,
  index: ProductNameIndex,
  runs: Map<string, Run>,
): Candidate | null {
  const words: NameToken[] = [];
  let run: Run | null = null;
  let best: Candidate | null = null;
  let fillers = 0;
  for (let next = first; next < tokens.length; next += 1) {
    const token = tokens[next]!;
    const last = words.at(-1);
    const isInside = last !== undefined && token.start < last.end;
    if (last && !isInside && !isBridge(folded.slice(tokens[next - 1]!.end, token.start))) break;
    if (token.isFiller) {
      fillers += 1;
      if (!last || fillers > MAX_FILLERS) break;
      continue;
    }
    const longer = lengthen(run, token.key, isInside, index, runs, words);
    if (longer === null) {
      if (isInside) continue;
      break;
    }
    run = longer;
    words.push(token);
    fillers = 0;
    const { verdict } = run;
    const isEnough = verdict !== null && (verdict.isWhole || isDistinctive(folded, words));
    if (verdict?.isWhole || !best?.isWhole)
      best = isEnough ? { start: words[0]!.start, end: token.end, ...verdict } : null;
  }
  return best;
}

function lengthen(
  run: Run | null,
  key: string,
  isInside: boolean,
  index: ProductNameIndex,
  openings: Map<string, Run>,
  words: readonly NameToken[],
): Run | null {
  const known = run?.longer ?? openings;
  const step = isInside ? `~${key}` : key;
  const met = known.get(step);
  if (met) return met.places.length > 0 ? met : null;
  const lists = [index.postings.get(key), isInside ? index.abbreviations.get(key) : undefined];
  const places = run ? intersect(run.places, lists) : (lists[0] ?? []);
  const weight = weigh([...words.map((word) => word.key), key]);
  const made: Run = { places, verdict: judge(places, weight, index), longer: new Map() };
  known.set(step, made);
  return places.length > 0 ? made : null;
}

/** What may stand between two words of one name; an end of a sentence may not. */
function isBridge(between: string): boolean {
  return /^[ \-_/·&+'"()[\]]{0,3}$/.test(between);
}

/** Members of `places` that are in one of the lists; all ascending. */
function intersect(places: readonly number[], lists: readonly (readonly number[] | undefined)[]): number[] {
  const met = lists.filter((list) => list !== undefined);
  return met.length === 0 ? [] : places.filter((place) => met.some((list) => includesSorted(list, place)));
}

function includesSorted(list: readonly number[], value: number): boolean {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return list[low] === value;
}

/** The products that names with a run of this weight can mean; null for none, or too many. */
function judge(places: readonly number[], weight: number, { names }: ProductNameIndex): Verdict | null {
  const whole = places.filter((place) => names[place]!.weight === weight);
  const products = new Map<string, Name>();
  for (const place of whole.length > 0 ? whole : places) {
    const name = names[place]!;
    if (!products.has(name.productId)) products.set(name.productId, name);
    if (products.size > MAX_CANDIDATES) return null;
  }
  if (products.size === 0) return null;
  const nearest = [...products.values()].sort((a, b) => a.weight - b.weight);
  return {
    products: nearest.map(({ productId, text }) => ({ id: productId, name: text })),
    isWhole: whole.length > 0,
    weight,
  };
}

/** A part of a name must hold a word that customers do not use about everything. */
function isDistinctive(folded: string, run: readonly NameToken[]): boolean {
  const telling = run.filter(
    (token, i) =>
      !isPlainWord(token.key) && (token.isHan || token.key.length > 1 || isModel(token, run[i + 1])),
  );
  if (telling.length === 0) return false;
  const [only] = telling;
  if (telling.length > 1 || !only) return true;
  if (!only.isHan) return run.length > 1 || only.key.length >= 3;
  return run.length > 1 || isWord(folded, only);
}

/** A letter joined to digits, as in "X200"; alone it is anything ("I'm 5"). */
function isModel(letter: NameToken, next: NameToken | undefined): boolean {
  return next?.start === letter.end && /^\d/.test(next.key);
}

const words = new Intl.Segmenter("zh", { granularity: "word" });
/** So much of the text on both sides decides where a word begins and ends. */
const CONTEXT = 12;

/** Whether two Han characters begin and end where words do: 台灯 is not in 平台灯光. */
function isWord(folded: string, { start, end }: NameToken): boolean {
  const from = Math.max(0, start - CONTEXT);
  const bounds = new Set([folded.length]);
  for (const { index, segment } of words.segment(folded.slice(from, end + CONTEXT)))
    bounds.add(from + index).add(from + index + segment.length);
  return bounds.has(start) && bounds.has(end);
}

function withoutOverlaps(found: readonly Candidate[], length: number): Candidate[] {
  const taken = new Uint8Array(length);
  const kept = found.filter(({ start, end }) => {
    if (taken.subarray(start, end).includes(1)) return false;
    taken.fill(1, start, end);
    return true;
  });
  return kept.sort((a, b) => a.start - b.start);
}
