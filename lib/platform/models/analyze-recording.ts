import type { VoiceAnalysis } from "@/lib/intelligence/voice";
import { Thread } from "./threads/thread";

export interface AnalyzedRecording {
  /** Mono at 16 kHz. */
  samples: Float32Array<ArrayBuffer>;
  analysis: VoiceAnalysis;
}

/** Each may hold a body and its samples: some 60 MB at worst. */
const MAX_WAITING = 6;

const globalStore = globalThis as typeof globalThis & {
  zhangguiRecordings?: Thread<Uint8Array, AnalyzedRecording>;
};

/**
 * Decodes a recording and analyses its voice in a thread: ten seconds take some 0.1 s of a core, ten minutes some 6 s,
 * in which this process goes on answering others.
 *
 * @param bytes of the whole file, in a buffer of their own, which moves to the thread.
 * @throws AppError as `decodeAudio`, and `unavailable` when too many wait.
 */
export function analyzeRecording(bytes: Uint8Array<ArrayBuffer>): Promise<AnalyzedRecording> {
  globalStore.zhangguiRecordings ??= new Thread("recordings.ts", MAX_WAITING);
  return globalStore.zhangguiRecordings.ask(bytes, [bytes.buffer]);
}
