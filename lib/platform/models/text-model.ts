import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import path from "node:path";
import type { PreTrainedModel, PreTrainedTokenizer, Tensor } from "@xenova/transformers";
import pLimit from "p-limit";
import { normalizeForModel, type TextModelCard, type TextOutput } from "@/lib/intelligence/text";
import { rememberRecent } from "./remember-recent";
import { TEXT_MODEL } from "./text-model-name";

export { modelKey } from "./text-model-name";

const MODELS = path.join("public", "models");
/** Texts in the encoder at once, each on a thread of its own; more than four would keep files and passwords waiting. */
const MAX_AT_ONCE = Math.min(availableParallelism(), 4);
/** Texts of one caller that may wait for the encoder: a message that comes in between waits for these at most. */
const MAX_WAITING = 16;

/** Outputs of some 3 KB each. */
const REMEMBERED = 2_000;

interface LoadedTextModel {
  card: TextModelCard;
  run: (text: string) => Promise<TextOutput>;
}

let reading: Promise<TextModelCard> | undefined;

/** What the model says of itself, without loading it. */
export function readTextModelCard(): Promise<TextModelCard> {
  reading ??= readFile(path.join(process.cwd(), MODELS, TEXT_MODEL, "card.json"), "utf8")
    .then((json) => JSON.parse(json) as TextModelCard)
    .catch((error: unknown) => {
      reading = undefined;
      throw error;
    });
  return reading;
}

/** On the process: what starts the server and what answers requests have each their own copy of this module. */
const globalStore = globalThis as typeof globalThis & { zhangguiTextModel?: Promise<LoadedTextModel> };

/** Loads the model once per process and runs it once, so that the first customer does not wait for it. */
export function loadTextModel(): Promise<LoadedTextModel> {
  globalStore.zhangguiTextModel ??= load().catch((error: unknown) => {
    delete globalStore.zhangguiTextModel;
    throw new Error(`The text model in ${MODELS}/${TEXT_MODEL} cannot be loaded.`, { cause: error });
  });
  return globalStore.zhangguiTextModel;
}

/**
 * Outputs of the encoder in the order of the texts; the first 2,000 UTF-16 units and 128 tokens of each count. A text
 * runs alone, so that its output does not depend on what else is read (docs/decisions/0023).
 */
export async function runTextModel(texts: readonly string[]): Promise<TextOutput[]> {
  const { run } = await loadTextModel();
  return pLimit(MAX_WAITING).map(texts, (text) => run(normalizeForModel(text)));
}

async function load(): Promise<LoadedTextModel> {
  const { AutoModel, AutoTokenizer, env } = await import("@xenova/transformers");
  env.allowRemoteModels = false;
  env.localModelPath = path.join(process.cwd(), MODELS);
  const [card, tokenizer, model] = await Promise.all([
    readTextModelCard(),
    AutoTokenizer.from_pretrained(TEXT_MODEL),
    AutoModel.from_pretrained(TEXT_MODEL, {
      dtype: "q8",
      session_options: { interOpNumThreads: 1, intraOpNumThreads: 1, executionMode: "sequential" },
    }),
  ]);
  const limit = pLimit(MAX_AT_ONCE);
  const run = rememberRecent((text) => limit(() => encode(text, tokenizer, model)), REMEMBERED);
  await run("hola");
  return { card, run };
}

async function encode(
  text: string,
  tokenizer: PreTrainedTokenizer,
  model: PreTrainedModel,
): Promise<TextOutput> {
  const outputs = (await model(tokenizer(text, { truncation: true }))) as Record<string, Tensor>;
  const values = (name: string) => outputs[name]!.data as Float32Array;
  return {
    intentLogits: values("intent_logits"),
    sentimentLogits: values("sentiment_logits"),
    embedding: values("sentence_embedding"),
  };
}
