import { readVint } from "./ebml";

export interface WebmBlock {
  track: number;
  /** In the file's ticks, after its cluster's. */
  offset: number;
  frames: Uint8Array[];
}

/** A Block or SimpleBlock with its laced frames (RFC 9559, 10 and 12). @returns null for a broken one. */
export function readWebmBlock(content: Uint8Array): WebmBlock | null {
  const track = readVint(content, 0);
  if (!track || track.value === null || track.next + 3 > content.length) return null;
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const frames = readFrames(content, track.next + 3, (view.getUint8(track.next + 2) >> 1) & 3);
  return frames && { track: track.value, offset: view.getInt16(track.next), frames };
}

const XIPH = 1;
const FIXED = 2;

function readFrames(content: Uint8Array, at: number, lacing: number): Uint8Array[] | null {
  if (lacing === 0) return [content.subarray(at)];
  if (at >= content.length) return null;
  const count = content[at]! + 1;
  const first = at + 1;
  if (lacing === FIXED) {
    const each = (content.length - first) / count;
    return Number.isInteger(each) ? cut(content, first, new Array<number>(count - 1).fill(each)) : null;
  }
  return lacing === XIPH ? readXiph(content, first, count) : readEbmlLacing(content, first, count);
}

function readXiph(content: Uint8Array, at: number, count: number): Uint8Array[] | null {
  const sizes: number[] = [];
  let next = at;
  while (sizes.length < count - 1) {
    let size = 0;
    let byte: number | undefined;
    do {
      byte = content[next++];
      if (byte === undefined) return null;
      size += byte;
    } while (byte === 255);
    sizes.push(size);
  }
  return cut(content, next, sizes);
}

/** The first size as it is, each other as its difference from the one before, in a signed form of the number. */
function readEbmlLacing(content: Uint8Array, at: number, count: number): Uint8Array[] | null {
  const sizes: number[] = [];
  let next = at;
  while (sizes.length < count - 1) {
    const read = readVint(content, next);
    if (!read || read.value === null) return null;
    const middle = 2 ** (7 * (read.next - next) - 1) - 1;
    const size: number = sizes.length === 0 ? read.value : sizes.at(-1)! + read.value - middle;
    if (size < 0) return null;
    sizes.push(size);
    next = read.next;
  }
  return cut(content, next, sizes);
}

/** All frames but the last have sizes; the last takes the rest. */
function cut(content: Uint8Array, at: number, sizes: readonly number[]): Uint8Array[] | null {
  const frames: Uint8Array[] = [];
  let start = at;
  for (const size of sizes) {
    if (start + size > content.length) return null;
    frames.push(content.subarray(start, start + size));
    start += size;
  }
  frames.push(content.subarray(start));
  return frames;
}
