/** How a sample is written in a WAV file; the number is its bits. */
export type WavCoding = keyof typeof readSample;

/** Reads the sample that begins at a byte, as −1..1. What is not a number counts as silence, more as full scale. */
export const readSample = {
  integer8: (view: DataView, at: number) => (view.getUint8(at) - 128) / 128,
  integer16: (view: DataView, at: number) => view.getInt16(at, true) / 0x8000,
  integer24: (view: DataView, at: number) =>
    (view.getUint8(at) | (view.getInt16(at + 1, true) << 8)) / 0x800000,
  integer32: (view: DataView, at: number) => view.getInt32(at, true) / 0x80000000,
  float32: (view: DataView, at: number) => limit(view.getFloat32(at, true)),
  float64: (view: DataView, at: number) => limit(view.getFloat64(at, true)),
  muLaw8: (view: DataView, at: number) => expandMuLaw(view.getUint8(at)),
  aLaw8: (view: DataView, at: number) => expandALaw(view.getUint8(at)),
} as const;

function limit(value: number): number {
  return Number.isNaN(value) ? 0 : Math.max(-1, Math.min(1, value));
}

/** ITU-T G.711, mu-law: the bits are inverted; sign, exponent of three bits, mantissa of four. */
function expandMuLaw(byte: number): number {
  const bits = ~byte & 0xff;
  const magnitude = ((((bits & 0x0f) << 3) + 0x84) << ((bits >> 4) & 7)) - 0x84;
  return (bits & 0x80 ? -magnitude : magnitude) / 0x8000;
}

/** ITU-T G.711, A-law: every second bit is inverted; the sign is set for positive values. */
function expandALaw(byte: number): number {
  const bits = byte ^ 0x55;
  const exponent = (bits >> 4) & 7;
  const mantissa = ((bits & 0x0f) << 4) + 8;
  const magnitude = exponent === 0 ? mantissa : (mantissa + 0x100) << (exponent - 1);
  return (bits & 0x80 ? magnitude : -magnitude) / 0x8000;
}
