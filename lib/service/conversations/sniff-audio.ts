export type AudioContainer = "ogg" | "webm" | "wav";

const MAGIC: readonly (readonly [container: AudioContainer, bytes: readonly number[], at: number])[] = [
  ["ogg", [0x4f, 0x67, 0x67, 0x53], 0], // OggS
  ["webm", [0x1a, 0x45, 0xdf, 0xa3], 0], // EBML
  ["wav", [0x57, 0x41, 0x56, 0x45], 8], // RIFF, four bytes of length, WAVE
];
const RIFF = [0x52, 0x49, 0x46, 0x46];

/** The container of a recording by its first bytes, whatever a sender calls it; null when it is none of the three. */
export function sniffAudio(bytes: Uint8Array): AudioContainer | null {
  const has = (wanted: readonly number[], at: number) =>
    wanted.every((byte, index) => bytes[at + index] === byte);
  const found = MAGIC.find(([, wanted, at]) => has(wanted, at))?.[0] ?? null;
  return found === "wav" && !has(RIFF, 0) ? null : found;
}
