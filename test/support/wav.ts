/** Writes samples of −1..1 as a WAV file in one of its codings. */
export interface WavOptions {
  sampleRateHz?: number;
  channels?: number;
  coding?: "integer" | "float" | "muLaw" | "aLaw";
  bits?: 8 | 16 | 24 | 32 | 64;
  /** Uses the extensible format with its GUID. */
  isExtensible?: boolean;
  /** Chunks before the samples. */
  chunks?: { id: string; bytes: Uint8Array }[];
  /** What the header says instead of the truth. */
  claimedDataBytes?: number;
}

const TAGS = { integer: 1, float: 3, aLaw: 6, muLaw: 7 };

/** @param samples interleaved when there are several channels. */
export function encodeWav(samples: ArrayLike<number>, options: WavOptions = {}): Uint8Array {
  const {
    sampleRateHz = 16_000,
    channels = 1,
    coding = "integer",
    isExtensible = false,
    chunks = [],
  } = options;
  const bits = options.bits ?? (coding === "integer" ? 16 : coding === "float" ? 32 : 8);
  const dataBytes = (samples.length * bits) / 8;
  const format = new DataView(new ArrayBuffer(isExtensible ? 40 : 16));
  format.setUint16(0, isExtensible ? 0xfffe : TAGS[coding], true);
  format.setUint16(2, channels, true);
  format.setUint32(4, sampleRateHz, true);
  format.setUint32(8, (sampleRateHz * channels * bits) / 8, true);
  format.setUint16(12, (channels * bits) / 8, true);
  format.setUint16(14, bits, true);
  if (isExtensible) {
    format.setUint16(16, 22, true);
    format.setUint16(18, bits, true);
    format.setUint16(24, TAGS[coding], true);
  }
  const data = new Uint8Array(dataBytes);
  const view = new DataView(data.buffer);
  for (let i = 0; i < samples.length; i++) writeSample(view, (i * bits) / 8, samples[i]!, coding, bits);
  const body = Buffer.concat([
    chunk("fmt ", new Uint8Array(format.buffer)),
    ...chunks.map(({ id, bytes }) => chunk(id, bytes)),
    chunk("data", data, options.claimedDataBytes),
  ]);
  return Buffer.concat([Buffer.from("RIFF"), littleEndian(body.length + 4), Buffer.from("WAVE"), body]);
}

function chunk(id: string, bytes: Uint8Array, claimed = bytes.length): Uint8Array {
  return Buffer.concat([Buffer.from(id), littleEndian(claimed), bytes, Buffer.alloc(bytes.length % 2)]);
}

function littleEndian(value: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}

function writeSample(
  view: DataView,
  at: number,
  value: number,
  coding: NonNullable<WavOptions["coding"]>,
  bits: number,
): void {
  const whole = (scale: number) => Math.max(-scale, Math.min(scale - 1, Math.round(value * scale)));
  if (coding === "float") bits === 32 ? view.setFloat32(at, value, true) : view.setFloat64(at, value, true);
  else if (coding === "muLaw") view.setUint8(at, compressMuLaw(whole(32_768)));
  else if (coding === "aLaw") view.setUint8(at, compressALaw(whole(32_768)));
  else if (bits === 8) view.setUint8(at, whole(128) + 128);
  else if (bits === 16) view.setInt16(at, whole(32_768), true);
  else if (bits === 24) {
    view.setUint8(at, whole(0x800000) & 0xff);
    view.setInt16(at + 1, whole(0x800000) >> 8, true);
  } else view.setInt32(at, whole(0x80000000), true);
}

/** ITU-T G.711, by searching the segment. */
function compressMuLaw(value: number): number {
  const magnitude = Math.min(32_635, Math.abs(value)) + 132;
  const exponent = 31 - Math.clz32(magnitude) - 7;
  const mantissa = (magnitude >> (exponent + 3)) & 0x0f;
  return ~((value < 0 ? 0x80 : 0) | (exponent << 4) | mantissa) & 0xff;
}

function compressALaw(value: number): number {
  const magnitude = Math.min(32_767, Math.abs(value));
  const exponent = magnitude < 256 ? 0 : 31 - Math.clz32(magnitude) - 7;
  const mantissa = exponent === 0 ? magnitude >> 4 : (magnitude >> (exponent + 3)) & 0x0f;
  return ((value < 0 ? 0 : 0x80) | (exponent << 4) | mantissa) ^ 0x55;
}
