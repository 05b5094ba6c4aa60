import { AppError } from "@/lib/core/errors";
import type { SpeechQuestion } from "./threads/speech";
import { Thread } from "./threads/thread";
import type { WhisperSource } from "./whisper/load-whisper";

/** Each holds the samples of a recording, 38 MB at most. */
const MAX_WAITING = 6;
/** A missing model is not looked for at every request. */
const RETRY_AFTER_MS = 60_000;

interface Recogniser {
  thread: Thread<SpeechQuestion, string>;
  failedAt: number;
}

const globalStore = globalThis as typeof globalThis & { zhangguiRecogniser?: Recogniser };

/** Whether speech can be turned into text here: Whisper is optional, for its size. */
export function canTranscribe(): boolean {
  return whisperSource() !== null;
}

/**
 * The words of a recording by Whisper, in the language that is spoken; the model is loaded by the first call, in a
 * thread of its own, from ZHANGGUI_WHISPER_DIR or from the hub (ZHANGGUI_WHISPER_HUB). A model that cannot be loaded is
 * logged and tried again a minute later.
 *
 * @param samples mono at 16 kHz; the buffer moves to the thread.
 * @returns null without a model. @throws AppError `unavailable` when too many recordings wait.
 */
export async function transcribeSpeech(samples: Float32Array<ArrayBuffer>): Promise<string | null> {
  const source = whisperSource();
  if (!source) return null;
  globalStore.zhangguiRecogniser ??= {
    thread: new Thread("speech.ts", MAX_WAITING),
    failedAt: Number.NEGATIVE_INFINITY,
  };
  const recogniser = globalStore.zhangguiRecogniser;
  if (performance.now() - recogniser.failedAt < RETRY_AFTER_MS) return null;
  try {
    return await recogniser.thread.ask({ samples, source }, [samples.buffer]);
  } catch (error) {
    if (error instanceof AppError) throw error;
    console.error("Whisper could not transcribe:", error);
    recogniser.failedAt = performance.now();
    return null;
  }
}

function whisperSource(): WhisperSource | null {
  const { ZHANGGUI_WHISPER_DIR: directory, ZHANGGUI_WHISPER_HUB: hub } = process.env;
  if (directory) return { directory };
  return hub ? { hub } : null;
}
