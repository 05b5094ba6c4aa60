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
  const first = texts.map((text, i) => understand(text, outputs[i]!, card, reader, options));
  const plain = first.map((understanding, i) => plainWording(texts[i]!, understanding));
  const doubted = plain.flatMap((text, i) => (text === null ? [] : { text, i }));
  const again = await runTextModel(doubted.map(({ text }) => text));
  for (const [at, { text, i }] of doubted.entries()) {
    const { intent, isConfident } = readTextOutput(
      text,
      again[at]!,
      card,
      reader,
      first[i]!.language as Known,
    );
    const before = first[i]!.intent;
    const isSurer = intent.confidence > before.confidence || (isOutOfScope(before) && isConfident);
    if (isSurer) Object.assign(first[i]!, { intent, isConfident });
  }
  return first;
}

type Known = Exclude<TextLanguage, "other">;

/** What names a product of the shop is hardly ever that. */
const isOutOfScope = ({ id }: { id: string }) => id === "out_of_scope";

/** Below this a text that names products is read once more without their names. */
const DOUBT = 0.9;
const SOME_PRODUCT: Record<Known, string> = { zh: "这个商品", en: "this product", es: "este producto" };
/** What is left of a text beside the names must say something: four letters, or two of Chinese. */
const SAYS_SOMETHING = /(?:\p{L}[^\p{L}]*){4}|(?:\p{Script=Han}.*){2}/u;
/** "The tea" is a word like others; what leads astray are names of several words. */
const IS_LONG = /^(?:.{12,}|.*(?:\p{Script=Han}.*){5})$/su;

/**
 * The same text about just some product. Long names are made of words that mean something else elsewhere ("fan in sage
 * green", "noise cancelling"), and lead the model astray. Null where there is no doubt, no such name, or little beside it.
 */
function plainWording(text: string, { language, intent, entities }: Understanding): string | null {
  const names = entities.filter(
    ({ type, start, end }) => type === "product" && IS_LONG.test(text.slice(start, end)),
  );
  const isSure = intent.confidence >= DOUBT && !isOutOfScope(intent);
  if (language === "other" || isSure || names.length === 0) return null;
  let rest = "";
  let plain = "";
  let end = 0;
  for (const name of names) {
    const between = text.slice(end, name.start);
    rest += `${between} `;
    plain += between + SOME_PRODUCT[language];
    end = name.end;
  }
  rest += text.slice(end);
  return SAYS_SOMETHING.test(rest) ? plain + text.slice(end) : null;
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
