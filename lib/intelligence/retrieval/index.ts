export { BM25_DEFAULTS, type Bm25Index, type FieldedDocument, indexBm25, scoreBm25 } from "./bm25";
export { confidenceOf, LEAST_CONFIDENCE } from "./confidence";
export { countWords } from "./count-words";
export { findShopConcepts } from "./find-shop-concepts";
export { type Excerpt, type ExcerptPart, markExcerpt } from "./mark-excerpt";
export { type MarkdownLine, readLines } from "./markdown-lines";
export { plainText } from "./plain-text";
export {
  EVIDENCE_WEIGHTS,
  type Evidence,
  indexDocuments,
  type SearchDocument,
  type SearchIndex,
  type SearchText,
  scoreEvidence,
  weighDocuments,
} from "./rank-documents";
export { fuseReciprocalRanks } from "./reciprocal-rank-fusion";
export { foldForSearch, readSearchQuery, searchPieces, searchTerms, type WantedTerm } from "./search-terms";
export { pairHan, segmentHan, wordsOfHan } from "./segment-han";
export { softenIntents } from "./soften-intents";
export { type Passage, splitPassages } from "./split-passages";
