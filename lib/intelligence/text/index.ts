export { detectLanguage } from "./detect-language";
export { type Entity, type EntityType, type ExtractOptions, extractEntities } from "./extract-entities";
export { MAX_TEXT_LENGTH, normalizeText } from "./normalize-text";
export {
  hasContent,
  type IntentGuess,
  OUT_OF_SCOPE,
  rankIntents,
  readSentiment,
  SENTIMENTS,
  type Sentiment,
  type SentimentLabel,
  softmax,
  type TextLanguage,
  type TextModelCard,
  type TextOutput,
  type TextRunner,
} from "./text-model";
