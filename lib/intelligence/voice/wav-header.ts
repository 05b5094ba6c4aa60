import { AppError } from "@/lib/core/errors";
import type { WavCoding } from "./wav-samples";

export interface WavHeader {
  coding: WavCoding;
  bytesPerSample: number;
  channels: number;
  sampleRateHz: number;
  /** Bytes of the samples, as far as the file reaches. */
  dataStart: number;
  dataEnd: number;
  /** Length of the samples as the header gives it; as found where a streaming writer left it open. */
  claimedBytes: number;
}

type Format = Omit<WavHeader, "dataStart" | "dataEnd" | "claimedBytes">;

const INTEGER = 1;
const FLOAT = 3;
const A_LAW = 6;
const MU_LAW = 7;
const EXTENSIBLE = 0xfffe;
const MAX_CHANNELS = 32;
const LOWEST_RATE_HZ = 4_000;
const HIGHEST_RATE_HZ = 384_000;

/** Reads the chunks up to the samples. @throws AppError `invalid_input`, `unsupported_media_type` */
export function readWavHeader(bytes: Uint8Array): WavHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || !/^(RIFF|RF64)$/.test(textAt(bytes, 0)) || textAt(bytes, 8) !== "WAVE")
    throw damaged("it does not begin as one");
  let format: Format | undefined;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const id = textAt(bytes, at);
    const size = view.getUint32(at + 4, true);
    const start = at + 8;
    if (id === "data") {
      if (!format) throw damaged("its format does not stand before its samples");
      const rest = bytes.length - start;
      const claimedBytes = isLeftOpen(size) ? rest : size;
      return { ...format, dataStart: start, dataEnd: start + Math.min(rest, claimedBytes), claimedBytes };
    }
    if (id === "fmt ") format = readFormat(view, start, Math.min(size, bytes.length - start));
    at = nextChunk(bytes, start + size);
  }
  throw damaged(format ? "it ends before its samples" : "it has no format chunk");
}

function readFormat(view: DataView, at: number, size: number): Format {
  if (size < 16) throw damaged("its format chunk is too short");
  const tag = view.getUint16(at, true);
  const channels = view.getUint16(at + 2, true);
  const sampleRateHz = view.getUint32(at + 4, true);
  const blockBytes = view.getUint16(at + 12, true);
  const bits = view.getUint16(at + 14, true);
  // The extensible format carries the older tag at the beginning of its GUID.
  const kind = tag === EXTENSIBLE && size >= 26 ? view.getUint16(at + 24, true) : tag;
  if (channels < 1 || channels > MAX_CHANNELS) throw damaged(`it says it has ${channels} channels`);
  if (sampleRateHz < LOWEST_RATE_HZ || sampleRateHz > HIGHEST_RATE_HZ)
    throw damaged(
      `it says it has ${sampleRateHz} samples a second, and ${LOWEST_RATE_HZ} to ${HIGHEST_RATE_HZ} can be read`,
    );
  // Samples of odd sizes stand in the next larger number of bytes, which the block's size tells.
  const inBlock = blockBytes / channels;
  const bytesPerSample = Number.isInteger(inBlock) && inBlock * 8 >= bits ? inBlock : Math.ceil(bits / 8);
  return { coding: codingOf(kind, bytesPerSample), bytesPerSample, channels, sampleRateHz };
}

function codingOf(kind: number, bytesPerSample: number): WavCoding {
  const bits = bytesPerSample * 8;
  if (kind === INTEGER && [8, 16, 24, 32].includes(bits)) return `integer${bits as 8 | 16 | 24 | 32}`;
  if (kind === FLOAT && (bits === 32 || bits === 64)) return `float${bits}`;
  if (kind === MU_LAW && bits === 8) return "muLaw8";
  if (kind === A_LAW && bits === 8) return "aLaw8";
  throw new AppError(
    "unsupported_media_type",
    `The WAV file is coded in a way that cannot be read (format ${kind}, ${bits} bits). Send PCM of 8 to 32 bits, floating point, mu-law or A-law.`,
  );
}

/** Nothing, all bits set, or close to two or four gigabytes: what programs write that do not know the length yet. */
function isLeftOpen(size: number): boolean {
  return size === 0 || size >= 0xffffff00 || (size >= 0x7ffff000 && size <= 0x80000000);
}

/** Chunks begin at even bytes, except for writers who forget it. */
function nextChunk(bytes: Uint8Array, end: number): number {
  if (end % 2 === 0) return end;
  return isChunkId(bytes, end) && !isChunkId(bytes, end + 1) ? end : end + 1;
}

function isChunkId(bytes: Uint8Array, at: number): boolean {
  return /^[\w ]{4}$/.test(textAt(bytes, at));
}

function textAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

function damaged(cause: string): AppError {
  return new AppError(
    "invalid_input",
    `The WAV file is damaged: ${cause}. Export it again, and send the whole file.`,
  );
}
