export { applyIntentHead } from "./apply-intent-head";
export { toMandarin } from "./cantonese";
export {
  type ClassChange,
  compareHeads,
  type HeadComparison,
  type HeldOutExample,
  type PromotionReason,
} from "./compare-heads";
export { addCells, type ConfusionCell } from "./confusion";
export { type DailyTextQuality, type DriftAlert, detectDrift } from "./detect-drift";
export { detectLanguage } from "./detect-language";
export {
  ENTITY_TYPES,
  type Entity,
  type EntityType,
  type ExtractOptions,
  extractEntities,
} from "./extract-entities";
export {
  baseIntentHead,
  type EncodedText,
  headClasses,
  type IntentHead,
  type IntentHeadExample,
} from "./intent-head";
export { decodeIntentHead, encodeIntentHead } from "./intent-head-format";
export type { HeadAnchor } from "./intent-head-problem";
export {
  type MaskedValue,
  type MaskOptions,
  maskPersonalData,
  type PersonalDataType,
} from "./mask-personal-data";
export type { Measure } from "./measurement-patterns";
export { MAX_TEXT_LENGTH, normalizeForModel, normalizeText } from "./normalize-text";
export { parseAddress } from "./parse-address";
export {
  ADDRESS_FIELDS,
  type AddressField,
  type AddressHints,
  type AddressPart,
  type CurrentAddress,
  type ParsedAddress,
} from "./parsed-address";
export {
  type CatalogueName,
  findProductNames,
  indexProductNames,
  type NamedProduct,
  type ProductNameIndex,
} from "./product-names";
export { baseReader, type IntentReader, readTextOutput, type TextReading } from "./read-text-output";
export { accuracy, calibrationError, type HeadScores, type JudgedAnswer } from "./score-predictions";
export { nearDuplicateKey, splitHeldOut } from "./split-held-out";
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
  TEXT_LANGUAGES,
  type TextLanguage,
  type TextModelCard,
  type TextOutput,
  type TextRunner,
} from "./text-model";
export { toSimplified } from "./traditional-chinese";
export { type IntentHeadTraining, type TrainHeadOptions, trainIntentHead } from "./train-intent-head";
export { wilsonInterval } from "./wilson-interval";
