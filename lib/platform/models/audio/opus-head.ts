import { damaged, unsupported } from "./limits";

/** The identification header of an Opus stream (RFC 7845, 5.1). */
export interface OpusHead {
  /** Samples at 48 kHz that the decoder needs to settle, and which are no sound. */
  preSkip: number;
  /** Factor for the decoded samples. */
  gain: number;
}

export const OPUS_HEAD_MAGIC = "OpusHead";

/** @throws AppError `invalid_input`, or `unsupported_media_type` for more than two channels. */
export function readOpusHead(bytes: Uint8Array, container: string): OpusHead {
  const magic = String.fromCharCode(...bytes.subarray(0, OPUS_HEAD_MAGIC.length));
  if (magic !== OPUS_HEAD_MAGIC || bytes.length < 19)
    throw damaged(container, "its Opus header cannot be read");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const channels = bytes[9]!;
  if (bytes[8]! >> 4 !== 0 || channels === 0) throw damaged(container, "its Opus header cannot be read");
  // Of one or two channels there is one stream in every mapping, and it decodes to mono by itself.
  if (channels > 2) throw unsupported(`a recording of ${channels} channels`);
  return { preSkip: view.getUint16(10, true), gain: 10 ** (view.getInt16(16, true) / 256 / 20) };
}
