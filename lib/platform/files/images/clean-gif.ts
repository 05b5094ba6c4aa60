import { checkFrames, checkSize, cutShort, damaged } from "../file-problems";
import type { CleanImage } from "./clean-image";

const NAME = "GIF";
const [EXTENSION, IMAGE, TRAILER] = [0x21, 0x2c, 0x3b];
const [GRAPHIC_CONTROL, APPLICATION] = [0xf9, 0xff];
/** How often a moving picture is repeated. */
const KEPT_APPLICATIONS = /^(NETSCAPE2\.0|ANIMEXTS1\.0)$/;

/**
 * Block by block (GIF89a): comments, texts and other programs' blocks (XMP is one) go, and whatever follows the end.
 * @throws AppError `invalid_input`, `payload_too_large`
 */
export function cleanGif(bytes: Uint8Array): CleanImage {
  if (bytes.length < 13) throw cutShort(NAME);
  const word = (at: number) => bytes[at]! + bytes[at + 1]! * 256;
  const [width, height] = [word(6), word(8)];
  checkSize(NAME, width, height);
  let at = 13 + tableBytes(bytes[10]!);
  const kept: Uint8Array[] = [bytes.subarray(0, at)];
  let framePixels = 0;
  for (; bytes[at] !== TRAILER; ) {
    const start = at;
    let isKept = true;
    if (bytes[at] === EXTENSION) {
      const label = bytes[at + 1];
      const name = String.fromCharCode(...bytes.subarray(at + 3, at + 14));
      isKept = label === GRAPHIC_CONTROL || (label === APPLICATION && KEPT_APPLICATIONS.test(name));
      at = endOfBlocks(bytes, at + 2);
    } else if (bytes[at] === IMAGE) {
      if (at + 10 >= bytes.length) throw cutShort(NAME);
      checkSize(NAME, word(at + 5), word(at + 7));
      framePixels += word(at + 5) * word(at + 7);
      checkFrames(framePixels);
      at = endOfBlocks(bytes, at + 11 + tableBytes(bytes[at + 9]!));
    } else {
      throw at >= bytes.length ? cutShort(NAME) : damaged(NAME, "a block is of no known kind");
    }
    if (isKept) kept.push(bytes.subarray(start, at));
  }
  if (framePixels === 0) throw damaged(NAME, "it holds no picture");
  kept.push(Uint8Array.of(TRAILER));
  return { bytes: new Uint8Array(Buffer.concat(kept)), width, height, orientation: 1 };
}

function tableBytes(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

/** Behind the empty block that ends a row of them. */
function endOfBlocks(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at += bytes[at]! + 1) if (bytes[at] === 0) return at + 1;
  throw cutShort(NAME);
}
