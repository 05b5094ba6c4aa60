export { applyIntentHead } from "./apply-intent-head";
export {
  classifyIntent,
  type IntentGuess,
  type IntentResult,
  LOW_CONFIDENCE_THRESHOLD,
} from "./classify-intent";
export { type ClassChange, compareHeads, type HeadComparison, type PromotionReason } from "./compare-heads";
export { type DailyTextQuality, type DriftAlert, detectDrift } from "./detect-drift";
export { detectLanguage } from "./detect-language";
export { type Entity, type EntityType, type ExtractOptions, extractEntities } from "./extract-entities";
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
  decodeIntentModel,
  encodeIntentModel,
  type IntentModel,
  type TextLanguage,
} from "./intent-model-format";
export { type LinearModel, predict, softmax } from "./linear-classifier";
export { MAX_TEXT_LENGTH, normalizeForFeatures, normalizeText } from "./normalize-text";
export type { HeadScores } from "./score-predictions";
export { nearDuplicateKey, splitHeldOut } from "./split-held-out";
export { type IntentHeadTraining, type TrainHeadOptions, trainIntentHead } from "./train-intent-head";
export {
  fitTemperature,
  type LabelledText,
  type TrainOptions,
  trainLinearClassifier,
} from "./train-linear-classifier";
