import {
  detectLanguage,
  type Entity,
  extractEntities,
  hasContent,
  type IntentGuess,
  OUT_OF_SCOPE,
  type ProductNameIndex,
  rankIntents,
  readSentiment,
  type Sentiment,
  softmax,
  type TextLanguage,
  type TextModelCard,
  type TextOutput,
} from "@/lib/intelligence/text";
import { loadTextModel, modelKey, runTextModel } from "./text-model";

/** What a customer's message says: its language, what it asks for, how it feels, what it names. */
export interface Understanding {
  /** What read it: the model as `id@version`, and the shop's head by number; null is the shipped one. */
  model: string;
  headVersion: number | null;
  language: TextLanguage;
  languageConfidence: number;
  intent: IntentGuess & { alternatives: IntentGuess[] };
  /** Without it the intent is a guess, and a person should see the message. */
  isConfident: boolean;
  sentiment: Sentiment;
  entities: Entity[];
}

/** Turns an encoder's output into probabilities over intents: the model's own, or those of a shop's head. */
export interface IntentReader {
  /** The head's number; null is the shipped model's own intents. */
  version: number | null;
  intents: readonly string[];
  probabilities(output: TextOutput, language: TextLanguage): ArrayLike<number>;
}

export interface UnderstandOptions {
  /** The shop's own shape of order numbers, as the source of a regular expression. */
  orderNumberPattern?: string | null;
  /** The names of the shop's products; without them no product is found. */
  products?: ProductNameIndex | undefined;
  /** Decides the language of texts from which it cannot be told. */
  locale?: Exclude<TextLanguage, "other"> | undefined;
  /** What the shop has taught on top of the shipped model. */
  reader?: IntentReader | null;
}

/** Understands texts, answers in their order. Empty ones are `out_of_scope` with confidence 0; never throws for a text. */
export async function understandTexts(
  texts: readonly string[],
  options: UnderstandOptions = {},
): Promise<Understanding[]> {
  const { card } = await loadTextModel();
  const outputs = await runTextModel(texts);
  const reader = options.reader ?? baseReader(card);
  return texts.map((text, i) => understand(text, outputs[i]!, card, reader, options));
}

export async function understandText(text: string, options: UnderstandOptions = {}): Promise<Understanding> {
  const [understanding] = await understandTexts([text], options);
  return understanding!;
}

/**
 * Probability of one intent for each text, all read as of one language: parts of a text must not be taken for another
 * language than the whole. 0 for an intent that the reader does not have.
 */
export async function readProbabilities(
  texts: readonly string[],
  intent: string,
  language: TextLanguage,
  reader?: IntentReader | null,
): Promise<number[]> {
  const { card } = await loadTextModel();
  const { intents, probabilities } = reader ?? baseReader(card);
  const k = intents.indexOf(intent);
  const outputs = await runTextModel(texts);
  return outputs.map((output) => probabilities(output, language)[k] ?? 0);
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

function detectWithHint(
  text: string,
  locale: UnderstandOptions["locale"],
): ReturnType<typeof detectLanguage> {
  const detected = detectLanguage(text);
  return locale && detected.confidence < SURE_LANGUAGE ? { ...detected, language: locale } : detected;
}

function understand(
  text: string,
  output: TextOutput,
  card: TextModelCard,
  reader: IntentReader,
  options: UnderstandOptions,
): Understanding {
  const { language, confidence: languageConfidence } = detectWithHint(text, options.locale);
  const readBy = { model: modelKey(card), headVersion: reader.version };
  const entities = extractEntities(text, {
    products: options.products,
    ...(options.orderNumberPattern
      ? { orderNumberPattern: new RegExp(options.orderNumberPattern, "gi") }
      : {}),
  });
  if (!hasContent(text)) {
    const intent = { id: OUT_OF_SCOPE, confidence: 0, alternatives: [] };
    const sentiment = { label: "neutral", score: 0 } as const;
    return { ...readBy, language, languageConfidence, intent, isConfident: false, sentiment, entities };
  }
  const intent = rankIntents(reader.intents, reader.probabilities(output, language));
  return {
    ...readBy,
    language,
    languageConfidence,
    intent,
    isConfident: intent.confidence >= card.lowConfidence,
    sentiment: readSentiment(card, output.sentimentLogits),
    entities,
  };
}
