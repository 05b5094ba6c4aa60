import { checkFrames, checkSize, cutShort, damaged } from "../file-problems";
import type { CleanImage } from "./clean-image";
import { readOrientation, writeOrientation } from "./exif-orientation";

const NAME = "PNG";
/** How a picture looks; all other ancillary chunks are about who made it, when and with what. */
const KEPT = new Set(
  "IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP mDCV cLLI sBIT bKGD hIST pHYs acTL fcTL fdAT".split(" "),
);

/**
 * Chunk by chunk (PNG, third edition): texts, times, EXIF and unknown chunks go, and whatever follows the end. The
 * orientation is written anew. @throws AppError `invalid_input`, `payload_too_large`
 */
export function cleanPng(bytes: Uint8Array): CleanImage {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [bytes.subarray(0, 8)];
  let size: { width: number; height: number } | null = null;
  let orientation = 1;
  let framePixels = 0;
  let hasData = false;
  for (let at = 8, type = ""; type !== "IEND"; ) {
    if (at + 12 > bytes.length) throw cutShort(NAME);
    const length = view.getUint32(at);
    type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (!/^[A-Za-z]{4}$/.test(type)) throw damaged(NAME, "a chunk has no name");
    const end = at + 12 + length;
    if (end > bytes.length) throw cutShort(NAME);
    const body = bytes.subarray(at + 8, end - 4);
    if ((type === "IHDR") !== (at === 8)) throw damaged(NAME, "it does not begin with its size");
    if (type === "IHDR") size = readSize(body, 0);
    if (type === "fcTL") {
      const frame = readSize(body, 4);
      framePixels += frame.width * frame.height;
      checkFrames(framePixels);
    }
    if (type === "eXIf") orientation = readOrientation(body);
    hasData ||= type === "IDAT";
    if (KEPT.has(type)) kept.push(bytes.subarray(at, end));
    else if (/^[A-Z]/.test(type)) throw damaged(NAME, "it needs a chunk that nobody knows");
    at = end;
  }
  if (!size || !hasData) throw damaged(NAME, "it holds no picture");
  // Before the picture's data, where every reader looks for it.
  if (orientation !== 1) kept.splice(2, 0, writeChunk("eXIf", writeOrientation(orientation)));
  return { bytes: new Uint8Array(Buffer.concat(kept)), ...size, orientation };
}

function readSize(body: Uint8Array, at: number): { width: number; height: number } {
  if (body.length < at + 8) throw damaged(NAME, "it has no size");
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const width = view.getUint32(at);
  const height = view.getUint32(at + 4);
  checkSize(NAME, width, height);
  return { width, height };
}

function writeChunk(type: string, body: Uint8Array): Uint8Array {
  const chunk = Buffer.alloc(12 + body.length);
  chunk.writeUInt32BE(body.length, 0);
  chunk.write(type, 4, "latin1");
  chunk.set(body, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + body.length)), 8 + body.length);
  return chunk;
}

/** Bit by bit: it is taken of some thirty bytes. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
