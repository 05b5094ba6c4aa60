import { checkFrames, checkSize, cutShort, damaged } from "../file-problems";
import type { CleanImage } from "./clean-image";
import { readOrientation, writeOrientation } from "./exif-orientation";

const NAME = "WebP";
const KEPT = new Set(["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"]);
const [HAS_EXIF, HAS_XMP] = [0x08, 0x04];

interface Size {
  width: number;
  height: number;
}

/**
 * Chunk by chunk (WebP container specification): EXIF, XMP and unknown chunks go, and whatever follows the end. The
 * orientation is written anew. @throws AppError `invalid_input`, `payload_too_large`
 */
export function cleanWebp(bytes: Uint8Array): CleanImage {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = view.getUint32(4, true) + 8;
  if (end > bytes.length) throw cutShort(NAME);
  const kept: Buffer[] = [];
  let size: Size | null = null;
  let flags: Buffer | null = null;
  let orientation = 1;
  let framePixels = 0;
  for (let at = 12; at + 8 <= end; ) {
    const type = String.fromCharCode(...bytes.subarray(at, at + 4));
    const length = view.getUint32(at + 4, true);
    const next = at + 8 + length + (length % 2);
    if (at + 8 + length > end) throw cutShort(NAME);
    const body = bytes.subarray(at + 8, at + 8 + length);
    const found = readSize(type, body);
    if (type === "ANMF" && found) {
      framePixels += found.width * found.height;
      checkFrames(framePixels);
    }
    size ??= found;
    if (type === "EXIF") orientation = readOrientation(withoutPrefix(body));
    if (KEPT.has(type)) kept.push(writeChunk(type, body));
    if (type === "VP8X") flags ??= kept.at(-1)!;
    at = next;
  }
  if (!size || !kept.some((chunk) => /^(VP8 |VP8L|ANMF)/.test(chunk.toString("latin1", 0, 4))))
    throw damaged(NAME, "it holds no picture");
  if (flags) flags[8]! &= ~(HAS_EXIF | HAS_XMP);
  if (flags && orientation !== 1) {
    flags[8]! |= HAS_EXIF;
    kept.push(writeChunk("EXIF", writeOrientation(orientation)));
  }
  const head = Buffer.from("RIFF\0\0\0\0WEBP", "latin1");
  head.writeUInt32LE(4 + kept.reduce((sum, chunk) => sum + chunk.length, 0), 4);
  return {
    bytes: new Uint8Array(Buffer.concat([head, ...kept])),
    ...size,
    orientation: flags ? orientation : 1,
  };
}

/** The size that a chunk declares, checked; null for chunks without one. */
function readSize(type: string, body: Uint8Array): Size | null {
  const size = declaredSize(type, body);
  if (size === "broken") throw damaged(NAME, "it has no size");
  if (size) checkSize(NAME, size.width, size.height);
  return size;
}

function declaredSize(type: string, body: Uint8Array): Size | null | "broken" {
  const at = (i: number) => body[i] ?? 0;
  const three = (i: number) => at(i) + at(i + 1) * 256 + at(i + 2) * 65_536 + 1;
  if (type === "VP8X") return body.length < 10 ? "broken" : { width: three(4), height: three(7) };
  if (type === "ANMF") return body.length < 16 ? "broken" : { width: three(6), height: three(9) };
  if (type === "VP8L") {
    if (body.length < 5 || at(0) !== 0x2f) return "broken";
    const width = 1 + at(1) + ((at(2) & 0x3f) << 8);
    return { width, height: 1 + (at(2) >> 6) + (at(3) << 2) + ((at(4) & 0x0f) << 10) };
  }
  if (type !== "VP8 ") return null;
  if (body.length < 10 || at(3) !== 0x9d || at(4) !== 0x01 || at(5) !== 0x2a) return "broken";
  return { width: (at(6) + at(7) * 256) & 0x3fff, height: (at(8) + at(9) * 256) & 0x3fff };
}

/** Some programs put JPEG's mark before the TIFF structure. */
function withoutPrefix(body: Uint8Array): Uint8Array {
  return Buffer.from(body.subarray(0, 6)).toString("latin1") === "Exif\0\0" ? body.subarray(6) : body;
}

function writeChunk(type: string, body: Uint8Array): Buffer {
  const chunk = Buffer.alloc(8 + body.length + (body.length % 2));
  chunk.write(type, 0, "latin1");
  chunk.writeUInt32LE(body.length, 4);
  chunk.set(body, 8);
  return chunk;
}
