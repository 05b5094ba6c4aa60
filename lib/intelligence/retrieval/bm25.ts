/** A document in two fields, each as its terms, one as often as it stands there. */
export interface FieldedDocument {
  title: readonly string[];
  body: readonly string[];
}

/** Inverted lists of a collection, for `scoreBm25`. */
export interface Bm25Index {
  size: number;
  /** Term → places of documents and the weighted frequency of the term in each. */
  postings: ReadonlyMap<string, { documents: number[]; frequencies: number[] }>;
}

export interface Bm25Options {
  /** Saturation of repeated terms. */
  k1: number;
  /** How much longer fields weaken their terms, 0–1. */
  titleLengthWeight: number;
  bodyLengthWeight: number;
  /** What a term in the body counts for against one in the title. */
  bodyWeight: number;
  /** A small collection says little of how rare a word is: it is counted as if among so many more documents. */
  priorDocuments: number;
}

export const BM25_DEFAULTS: Bm25Options = {
  k1: 1.2,
  titleLengthWeight: 0.3,
  bodyLengthWeight: 0.75,
  bodyWeight: 0.2,
  priorDocuments: 50,
};

/** Indexes documents; a document is named by its place in the list. */
export function indexBm25(documents: readonly FieldedDocument[], options = BM25_DEFAULTS): Bm25Index {
  const postings = new Map<string, { documents: number[]; frequencies: number[] }>();
  const titleMean = meanLength(documents.map(({ title }) => title));
  const bodyMean = meanLength(documents.map(({ body }) => body));
  documents.forEach(({ title, body }, at) => {
    const frequencies = new Map<string, number>();
    const add = (terms: readonly string[], weight: number, lengthWeight: number, mean: number) => {
      const share = weight / (1 - lengthWeight + (lengthWeight * terms.length) / mean);
      for (const term of terms) frequencies.set(term, (frequencies.get(term) ?? 0) + share);
    };
    add(title, 1, options.titleLengthWeight, titleMean);
    add(body, options.bodyWeight, options.bodyLengthWeight, bodyMean);
    for (const [term, frequency] of frequencies) {
      const list = postings.get(term) ?? { documents: [], frequencies: [] };
      list.documents.push(at);
      list.frequencies.push(frequency);
      postings.set(term, list);
    }
  });
  return { size: documents.length, postings };
}

/**
 * BM25F: Okapi BM25 over fields whose frequencies are weighted and normalised by length before they saturate
 * (Robertson, Zaragoza and Taylor 2004, “Simple BM25 extension to multiple weighted fields”), with the idf of Robertson
 * and Spärck Jones, kept above zero by adding one inside the logarithm. A repeated query term counts once.
 *
 * @returns a score for each document, 0 for those that share no term with the query.
 */
export function scoreBm25(
  index: Bm25Index,
  query: readonly string[],
  { k1, priorDocuments } = BM25_DEFAULTS,
): Float64Array {
  const scores = new Float64Array(index.size);
  const size = index.size + priorDocuments;
  for (const term of new Set(query)) {
    const list = index.postings.get(term);
    if (!list) continue;
    const holding = list.documents.length;
    const idf = Math.log(1 + (size - holding + 0.5) / (holding + 0.5));
    list.documents.forEach((document, at) => {
      const frequency = list.frequencies[at]!;
      scores[document]! += (idf * frequency * (k1 + 1)) / (frequency + k1);
    });
  }
  return scores;
}

function meanLength(fields: readonly (readonly string[])[]): number {
  const total = fields.reduce((sum, terms) => sum + terms.length, 0);
  return total / Math.max(1, fields.length) || 1;
}
