export {
  checkGrounding,
  checkSummary,
  type GroundingProblem,
  type GroundingVerdict,
} from "./check-grounding";
export { checkTranslation } from "./check-translation";
export { type Fact, type FactKind, readFacts } from "./read-facts";
export { guessLanguage, type TextLanguage } from "./text-language";
