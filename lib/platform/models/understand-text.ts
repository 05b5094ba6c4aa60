import { readFile } from "node:fs/promises";
import path from "node:path";
import {
  classifyIntent,
  decodeIntentModel,
  type Entity,
  extractEntities,
  type IntentModel,
  LOW_CONFIDENCE_THRESHOLD,
} from "@/lib/intelligence/text";

/** What a customer's message says: its language, what it asks for, what it names. */
export interface Understanding {
  language: "zh" | "en" | "es" | "other";
  languageConfidence: number;
  intent: { id: string; confidence: number; alternatives: { id: string; confidence: number }[] };
  /** Below this the intent is a guess, and a person should see the message. */
  isConfident: boolean;
  entities: Entity[];
}

const MODEL_FILE = path.join("public", "models", "intent-linear-v1", "model.bin");

let loading: Promise<IntentModel> | undefined;

/** Reads the model once per process. @throws when the file is missing or damaged. */
export function loadTextModel(): Promise<IntentModel> {
  loading ??= readFile(path.join(process.cwd(), MODEL_FILE)).then((bytes) =>
    decodeIntentModel(new Uint8Array(bytes)),
  );
  return loading;
}

/** @param orderNumberPattern the shop's own shape of order numbers, as the source of a regular expression. */
export async function understandText(
  text: string,
  orderNumberPattern: string | null,
): Promise<Understanding> {
  const { language, languageConfidence, intent } = classifyIntent(await loadTextModel(), text);
  const entities = extractEntities(
    text,
    orderNumberPattern ? { orderNumberPattern: new RegExp(orderNumberPattern, "gi") } : {},
  );
  return {
    language,
    languageConfidence,
    intent,
    entities,
    isConfident: intent.confidence >= LOW_CONFIDENCE_THRESHOLD,
  };
}
