import { existsSync } from "node:fs";
import { cpus } from "node:os";
import path from "node:path";
import type { AutomaticSpeechRecognitionPipeline } from "@xenova/transformers";
import { detectSpokenLanguage } from "./detect-spoken-language";
import { dropRepetitions } from "./drop-repetitions";

/** A folder with config.json, tokenizer and `onnx/`, or a model's name on the hub. */
export type WhisperSource = { directory: string } | { hub: string };

export type Transcribe = (samples: Float32Array) => Promise<string>;

/** Half of the decoder's context, for a window of 30 s. */
const MAX_TOKENS = 224;

let loaded: { key: string; transcribe: Promise<Transcribe> } | undefined;

/** Loads Whisper once a thread. A load that failed is tried again by the next call. @throws what the load failed with. */
export async function loadWhisper(source: WhisperSource): Promise<Transcribe> {
  const key = JSON.stringify(source);
  if (loaded?.key !== key) loaded = { key, transcribe: load(source) };
  try {
    return await loaded.transcribe;
  } catch (error) {
    loaded = undefined;
    throw error;
  }
}

async function load(source: WhisperSource): Promise<Transcribe> {
  const { env, pipeline } = await import("@xenova/transformers");
  const isLocal = "directory" in source;
  const directory = isLocal ? path.resolve(source.directory) : "";
  env.allowRemoteModels = !isLocal;
  env.allowLocalModels = isLocal;
  if (isLocal) env.localModelPath = path.dirname(directory);
  const recogniser = await pipeline(
    "automatic-speech-recognition",
    isLocal ? path.basename(directory) : source.hub,
    {
      device: "cpu",
      dtype: isLocal && !hasQuantized(directory) ? "fp32" : "q8",
      // Half of the cores are left to the requests of others.
      session_options: { intraOpNumThreads: Math.max(1, Math.floor(cpus().length / 2)) },
    },
  );
  return (samples) => transcribe(recogniser, samples);
}

function hasQuantized(directory: string): boolean {
  return existsSync(path.join(directory, "onnx", "encoder_model_quantized.onnx"));
}

/** Longer recordings are heard in windows of 30 s that overlap by 5 s on each side. */
async function transcribe(
  recogniser: AutomaticSpeechRecognitionPipeline,
  samples: Float32Array,
): Promise<string> {
  const language = await detectSpokenLanguage(recogniser, samples);
  const output = await recogniser(samples, {
    ...(language ? { language, task: "transcribe" } : {}),
    chunk_length_s: 30,
    stride_length_s: 5,
    max_new_tokens: MAX_TOKENS,
  });
  const text = (Array.isArray(output) ? output : [output]).map((part) => part.text.trim()).join(" ");
  return dropRepetitions(text);
}
