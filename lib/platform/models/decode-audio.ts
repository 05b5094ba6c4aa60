import { AppError } from "@/lib/core/errors";
import { decodeWav, resample } from "@/lib/intelligence/voice";
import { decodeOpus } from "./audio/decode-opus";
import { damaged, MAX_AUDIO_BYTES, MAX_AUDIO_SECONDS, tooManyBytes } from "./audio/limits";
import { readOggOpus } from "./audio/read-ogg-opus";
import { readWebmOpus } from "./audio/read-webm-opus";
import { sniffContainer } from "./audio/sniff-container";

/**
 * Decodes a recording, WAV or Opus in OGG or WebM as its own bytes say, to mono at 16 kHz, −1..1. Takes at most
 * MAX_AUDIO_BYTES and MAX_AUDIO_SECONDS and knows of a longer recording before it decodes it: some 120 MiB of memory
 * at worst.
 *
 * @throws AppError `unsupported_media_type`, `payload_too_large`, `invalid_input` (a damaged or empty file).
 */
export async function decodeAudio(bytes: Uint8Array): Promise<Float32Array> {
  if (bytes.length === 0)
    throw new AppError("invalid_input", "The body is empty: send the recording's bytes as the body.");
  if (bytes.length > MAX_AUDIO_BYTES) throw tooManyBytes();
  const container = sniffContainer(bytes);
  if (container === "wav") {
    const { samples, sampleRateHz } = decodeWav(bytes, MAX_AUDIO_SECONDS);
    return resample(samples, sampleRateHz);
  }
  const opus = container === "ogg" ? readOggOpus(bytes) : readWebmOpus(bytes);
  const samples = await decodeOpus(opus);
  if (samples.length === 0) throw damaged(opus.container, "it holds no sound");
  return samples;
}
