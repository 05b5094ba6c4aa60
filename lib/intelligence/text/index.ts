export {
  classifyIntent,
  type IntentGuess,
  type IntentResult,
  LOW_CONFIDENCE_THRESHOLD,
} from "./classify-intent";
export { detectLanguage } from "./detect-language";
export { type Entity, type EntityType, type ExtractOptions, extractEntities } from "./extract-entities";
export {
  decodeIntentModel,
  encodeIntentModel,
  type IntentModel,
  type TextLanguage,
} from "./intent-model-format";
export { type LinearModel, predict, softmax } from "./linear-classifier";
export {
  type MaskedValue,
  type MaskOptions,
  maskPersonalData,
  type PersonalDataType,
} from "./mask-personal-data";
export { MAX_TEXT_LENGTH, normalizeForFeatures, normalizeText } from "./normalize-text";
export {
  fitTemperature,
  type LabelledText,
  type TrainOptions,
  trainLinearClassifier,
} from "./train-linear-classifier";
