export { type ExplainMethod, type ExplainTextInput, explainText, type TextExplanation } from "./explain-text";
export { maskText } from "./mask-text";
export type { Predict } from "./removal-game";
export { MAX_UNITS, segmentWords, type TextUnit } from "./segment-words";
