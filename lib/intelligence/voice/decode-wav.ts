import { AppError } from "@/lib/core/errors";
import { readWavHeader } from "./wav-header";
import { readSample } from "./wav-samples";

export interface DecodedAudio {
  /** Mono, −1..1. */
  samples: Float32Array;
  sampleRateHz: number;
}

/**
 * Decodes a WAV file: whole numbers of 8 to 32 bits, floating point of 32 and 64, mu-law and A-law; all channels are
 * averaged. Other chunks are passed over. A length of the data that a streaming writer left open, or that the file
 * does not reach, ends with the file.
 *
 * @param maxSeconds a longer recording is refused as soon as its header says so.
 * @throws AppError `invalid_input` for a damaged file, `unsupported_media_type` for another coding,
 *   `payload_too_large` beyond `maxSeconds`.
 */
export function decodeWav(bytes: Uint8Array, maxSeconds = Number.POSITIVE_INFINITY): DecodedAudio {
  const { coding, bytesPerSample, channels, sampleRateHz, dataStart, dataEnd, claimedBytes } =
    readWavHeader(bytes);
  const blockBytes = bytesPerSample * channels;
  if (claimedBytes / blockBytes / sampleRateHz > maxSeconds) {
    const minutes = Math.ceil(claimedBytes / blockBytes / sampleRateHz / 60);
    throw new AppError(
      "payload_too_large",
      `The recording is ${minutes} minutes long; at most ${maxSeconds / 60} are taken. Send it in parts.`,
    );
  }
  const length = Math.floor((dataEnd - dataStart) / blockBytes);
  if (length === 0)
    throw new AppError("invalid_input", "The WAV file holds no sound. Record again and send the whole file.");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const read = readSample[coding];
  const samples = new Float32Array(length);
  for (let i = 0, at = dataStart; i < length; i++) {
    let sum = 0;
    for (let channel = 0; channel < channels; channel++, at += bytesPerSample) sum += read(view, at);
    samples[i] = sum / channels;
  }
  return { samples, sampleRateHz };
}
