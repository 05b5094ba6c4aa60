import { env, InferenceSession, Tensor } from "onnxruntime-web/wasm";
import { normalizeForModel } from "@/lib/intelligence/text/normalize-text";
import { readTextOutput } from "@/lib/intelligence/text/read-text-output";
import type { TextOutput } from "@/lib/intelligence/text/text-model";
import { modelKey } from "../text-model-name";
import { createEncoder } from "./encode-text";
import type { BrowserReading, Progress } from "./messages";
import { fetchModelFiles } from "./model-files";

export interface LoadedModel {
  /** The model as `id@version`. */
  model: string;
  read(text: string): Promise<BrowserReading>;
}

/** What onnxruntime-web runs in; copied beside the pages when they are built or started. */
const RUNTIME = "onnxruntime/ort-wasm-simd-threaded.wasm";

/**
 * Loads the text model and its runtime from the desk and runs it once, so that the first text does not wait for what
 * is compiled on first use. One thread: more would need pages that are isolated from other origins, which shops' are not.
 */
export async function loadModel(
  origin: string,
  onProgress: (progress: Progress) => void,
): Promise<LoadedModel> {
  env.wasm.numThreads = 1;
  env.wasm.wasmPaths = { wasm: `${origin}/${RUNTIME}?v=${env.versions.web}` };
  const files = await fetchModelFiles(origin, onProgress);
  const encode = createEncoder(files);
  const { card } = files;
  const model = modelKey(card);
  const session = await InferenceSession.create(files.weights, { executionProviders: ["wasm"] });
  const run = async (text: string): Promise<TextOutput> => {
    const ids = encode(normalizeForModel(text));
    const dims = [1, ids.length];
    const outputs = await session.run({
      input_ids: new Tensor("int64", ids, dims),
      attention_mask: new Tensor("int64", new BigInt64Array(ids.length).fill(1n), dims),
    });
    const row = (name: string) => outputs[name]!.data as Float32Array;
    return {
      intentLogits: row("intent_logits"),
      sentimentLogits: row("sentiment_logits"),
      embedding: row("sentence_embedding"),
    };
  };
  const { intentLogits } = await run("hola");
  if (intentLogits.length !== card.intents.length)
    throw new Error("The text model and its card do not belong together.");
  return {
    model,
    async read(text) {
      const start = performance.now();
      const reading = readTextOutput(text, await run(text), card);
      return { ...reading, model, milliseconds: performance.now() - start };
    },
  };
}
