import { detectLanguage } from "./detect-language";
import {
  hasContent,
  type IntentGuess,
  OUT_OF_SCOPE,
  rankIntents,
  readSentiment,
  type Sentiment,
  softmax,
  type TextLanguage,
  type TextModelCard,
  type TextOutput,
} from "./text-model";

/** What an encoder's output says of a text; the same on the server and in a browser. */
export interface TextReading {
  language: TextLanguage;
  /** 0–1. */
  languageConfidence: number;
  intent: IntentGuess & { alternatives: IntentGuess[] };
  /** Without it the intent is a guess, and a person should see the message. */
  isConfident: boolean;
  sentiment: Sentiment;
}

/** Turns an encoder's output into probabilities over intents: the model's own, or those of a shop's head. */
export interface IntentReader {
  /** The head's number; null is the shipped model's own intents. */
  version: number | null;
  intents: readonly string[];
  probabilities(output: TextOutput, language: TextLanguage): ArrayLike<number>;
}

/** The shipped model's own intents, calibrated by language. */
export function baseReader(card: TextModelCard): IntentReader {
  return {
    version: null,
    intents: card.intents,
    probabilities: (output, language) => softmax(output.intentLogits, card.temperatures[language]),
  };
}

/** Below this the detector guesses, and what the caller knows counts for more. */
const SURE_LANGUAGE = 0.6;

/**
 * Reads the encoder's output for a text. Texts without content are `out_of_scope` with confidence 0. Never throws.
 * @param locale decides the language of texts from which it cannot be told.
 */
export function readTextOutput(
  text: string,
  output: TextOutput,
  card: TextModelCard,
  reader: IntentReader = baseReader(card),
  locale?: Exclude<TextLanguage, "other">,
): TextReading {
  const detected = detectLanguage(text);
  const languageConfidence = detected.confidence;
  const language = locale && languageConfidence < SURE_LANGUAGE ? locale : detected.language;
  if (!hasContent(text)) {
    const intent = { id: OUT_OF_SCOPE, confidence: 0, alternatives: [] };
    const sentiment = { label: "neutral", score: 0 } as const;
    return { language, languageConfidence, intent, isConfident: false, sentiment };
  }
  const intent = rankIntents(reader.intents, reader.probabilities(output, language));
  return {
    language,
    languageConfidence,
    intent,
    isConfident: intent.confidence >= card.lowConfidence,
    sentiment: readSentiment(card, output.sentimentLogits),
  };
}
