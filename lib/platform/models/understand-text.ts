import {
  baseReader,
  type Entity,
  extractEntities,
  findProductNames,
  type IntentReader,
  type ProductNameIndex,
  readTextOutput,
  type TextLanguage,
  type TextModelCard,
  type TextOutput,
  type TextReading,
} from "@/lib/intelligence/text";
import { loadTextModel, modelKey, runTextModel } from "./text-model";

/** What a customer's message says: its language, what it asks for, how it feels, what it names. */
export interface Understanding extends TextReading {
  /** What read it: the model as `id@version`, and the shop's head by number; null is the shipped one. */
  model: string;
  headVersion: number | null;
  entities: Entity[];
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

function understand(
  text: string,
  output: TextOutput,
  card: TextModelCard,
  reader: IntentReader,
  { orderNumberPattern, products, locale }: UnderstandOptions,
): Understanding {
  return {
    model: modelKey(card),
    headVersion: reader.version,
    ...readTextOutput(text, output, card, reader, locale),
    entities: extractEntities(text, {
      findProducts: products && ((folded) => findProductNames(folded, products)),
      ...(orderNumberPattern ? { orderNumberPattern: new RegExp(orderNumberPattern, "gi") } : {}),
    }),
  };
}
