import { readFile } from "node:fs/promises";
import path from "node:path";
import type { PreTrainedModel, PreTrainedTokenizer, Tensor } from "@xenova/transformers";
import { normalizeText, type TextModelCard, type TextOutput } from "@/lib/intelligence/text";
import { BatchQueue } from "./batch-queue";
import { TEXT_MODEL } from "./text-model-name";

export { modelKey } from "./text-model-name";

const MODELS = path.join("public", "models");
const MAX_BATCH = 32;

interface LoadedTextModel {
  card: TextModelCard;
  queue: BatchQueue<string, TextOutput>;
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

/** Outputs of the encoder in the order of the texts; the first 2,000 UTF-16 units and 128 tokens of each count. */
export async function runTextModel(texts: readonly string[]): Promise<TextOutput[]> {
  const { queue } = await loadTextModel();
  return Promise.all(texts.map((text) => queue.add(normalizeText(text))));
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
      session_options: { interOpNumThreads: 1, intraOpNumThreads: 2, executionMode: "sequential" },
    }),
  ]);
  const queue = new BatchQueue<string, TextOutput>((texts) => runBatch(tokenizer, model, texts), MAX_BATCH);
  await queue.add("hola");
  return { card, queue };
}

async function runBatch(
  tokenizer: PreTrainedTokenizer,
  model: PreTrainedModel,
  texts: string[],
): Promise<TextOutput[]> {
  const inputs = tokenizer(texts, { padding: true, truncation: true });
  const outputs = (await model(inputs)) as Record<string, Tensor>;
  const rowsOf = (name: string) => {
    const { data, dims } = outputs[name]!;
    const width = dims[1]!;
    return texts.map((_, i) => (data as Float32Array).slice(i * width, (i + 1) * width));
  };
  const intents = rowsOf("intent_logits");
  const sentiments = rowsOf("sentiment_logits");
  const embeddings = rowsOf("sentence_embedding");
  return texts.map((_, i) => ({
    intentLogits: intents[i]!,
    sentimentLogits: sentiments[i]!,
    embedding: embeddings[i]!,
  }));
}
