import { type Bm25Index, indexBm25, scoreBm25 } from "./bm25";

/** A text as search sees it. */
export interface SearchText {
  /** Words for full text search. */
  terms: readonly string[];
  /** Of `findShopConcepts`. */
  concepts: readonly string[];
  /** Of unit length. */
  embedding: Float32Array;
  /** Square roots of softened intent probabilities, so that a dot product is their Bhattacharyya coefficient. */
  intents: Float32Array;
}

/** A piece of an article under its title; pieces of one article share the title's object. */
export interface SearchDocument {
  title: SearchText;
  body: SearchText;
}

export interface SearchIndex {
  documents: readonly SearchDocument[];
  words: Bm25Index;
  concepts: Bm25Index;
}

/** What speaks for a document, before it is weighed. */
export interface Evidence {
  /** BM25 of what is said in a shop's terms, whatever the language. */
  concepts: number;
  /** BM25 of the words, within one language. */
  words: number;
  /** Cosines of the embeddings. */
  title: number;
  body: number;
  /** How alike what is asked for is, 0–1: mean of title and body. */
  intents: number;
}

/**
 * Log-odds of being the right one that each piece of evidence adds: a conditional logit (McFadden 1974) over the
 * questions of bench/conversations, fitted with its articles in five parts; see decision 0020.
 */
export const EVIDENCE_WEIGHTS: Evidence = { concepts: 0.77, words: 0.3, title: 8.7, body: 2.3, intents: 7.3 };

export function indexDocuments(documents: readonly SearchDocument[]): SearchIndex {
  const fields = (of: "terms" | "concepts") =>
    documents.map(({ title, body }) => ({ title: title[of], body: body[of] }));
  return { documents, words: indexBm25(fields("terms")), concepts: indexBm25(fields("concepts")) };
}

/** The evidence for each document, in the order of the index. */
export function weighDocuments(index: SearchIndex, query: SearchText): Evidence[] {
  const words = scoreBm25(index.words, query.terms);
  const concepts = scoreBm25(index.concepts, query.concepts);
  const known = new Map<SearchText, { cosine: number; intents: number }>();
  const compare = (text: SearchText) => {
    const before = known.get(text);
    if (before) return before;
    const now = { cosine: dot(query.embedding, text.embedding), intents: dot(query.intents, text.intents) };
    known.set(text, now);
    return now;
  };
  return index.documents.map(({ title, body }, at) => {
    const ofTitle = compare(title);
    const ofBody = compare(body);
    return {
      concepts: concepts[at]!,
      words: words[at]!,
      title: ofTitle.cosine,
      body: ofBody.cosine,
      intents: (ofTitle.intents + ofBody.intents) / 2,
    };
  });
}

/** The weighted sum of a document's evidence; only differences between documents and questions mean something. */
export function scoreEvidence(evidence: Evidence, weights = EVIDENCE_WEIGHTS): number {
  return (
    weights.concepts * evidence.concepts +
    weights.words * evidence.words +
    weights.title * evidence.title +
    weights.body * evidence.body +
    weights.intents * evidence.intents
  );
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!;
  return sum;
}
