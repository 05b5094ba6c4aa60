import { OPUS_RATE_HZ } from "./limits";

const MAX_FRAME_BYTES = 1275;
const MAX_PACKET_SAMPLES = 0.12 * OPUS_RATE_HZ;

/**
 * How long a packet lasts, from its table-of-contents byte and the lengths of its frames (RFC 6716, 3.1–3.4), without
 * decoding it.
 * @returns samples at 48 kHz; null for a packet that breaks the rules, which no decoder takes.
 */
export function opusPacketSamples(packet: Uint8Array): number | null {
  const toc = packet[0];
  if (toc === undefined) return null;
  const frames = countFrames(packet, toc & 3);
  if (frames === null) return null;
  const samples = frames * frameSamples(toc >> 3);
  return samples <= MAX_PACKET_SAMPLES ? samples : null;
}

/** @param configuration 0–31: SILK to 11, hybrid to 15, CELT after it, each with its lengths of frames. */
function frameSamples(configuration: number): number {
  const step = configuration & 3;
  if (configuration < 12) return [480, 960, 1920, 2880][step]!;
  if (configuration < 16) return configuration & 1 ? 960 : 480;
  return 120 << step;
}

function countFrames(packet: Uint8Array, code: number): number | null {
  const payload = packet.length - 1;
  if (code === 0) return payload <= MAX_FRAME_BYTES ? 1 : null;
  if (code === 1) return payload % 2 === 0 && payload / 2 <= MAX_FRAME_BYTES ? 2 : null;
  if (code === 2) {
    const first = frameLength(packet, 1);
    if (!first || first.next + first.length > packet.length) return null;
    return packet.length - first.next - first.length <= MAX_FRAME_BYTES ? 2 : null;
  }
  return countAnyFrames(packet);
}

/** Code 3: a count, perhaps padding, and frames of one length or each of its own. */
function countAnyFrames(packet: Uint8Array): number | null {
  const head = packet[1];
  if (head === undefined) return null;
  const frames = head & 0x3f;
  if (frames === 0) return null;
  let at = 2;
  let end = packet.length;
  for (let more = (head & 0x40) !== 0; more; ) {
    const byte = packet[at++];
    if (byte === undefined) return null;
    end -= byte === 255 ? 254 : byte;
    more = byte === 255;
  }
  if (end < at) return null;
  if ((head & 0x80) === 0) {
    const each = (end - at) / frames;
    return Number.isInteger(each) && each <= MAX_FRAME_BYTES ? frames : null;
  }
  let used = 0;
  for (let i = 0; i < frames - 1; i++) {
    const frame = frameLength(packet, at);
    if (!frame) return null;
    at = frame.next;
    used += frame.length;
  }
  const last = end - at - used;
  return last >= 0 && last <= MAX_FRAME_BYTES ? frames : null;
}

function frameLength(packet: Uint8Array, at: number): { length: number; next: number } | null {
  const first = packet[at];
  if (first === undefined) return null;
  if (first < 252) return { length: first, next: at + 1 };
  const second = packet[at + 1];
  return second === undefined ? null : { length: second * 4 + first, next: at + 2 };
}
