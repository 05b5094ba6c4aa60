import { damaged } from "./limits";

export interface OggPage {
  serial: number;
  /** Position of the last packet that ends on the page; −1 when none does. */
  granule: number;
  isFirst: boolean;
  isLast: boolean;
  /** Whether the page's first part goes on with the packet that the page before left open. */
  isContinued: boolean;
  /** Lengths of the page's parts: 255 means that the packet goes on. */
  lacing: Uint8Array;
  body: Uint8Array;
}

const HEADER_BYTES = 27;

/**
 * The pages of an Ogg file in order (RFC 3533). A page that the file's end cuts off is left out.
 * @throws AppError `invalid_input` for a page whose checksum does not fit, or bytes between pages.
 */
export function* readOggPages(bytes: Uint8Array): Generator<OggPage> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + HEADER_BYTES <= bytes.length; ) {
    if (view.getUint32(at) !== 0x4f676753 || bytes[at + 4] !== 0)
      throw damaged("OGG", `there is no page at byte ${at}`);
    const parts = bytes[at + 26]!;
    const bodyAt = at + HEADER_BYTES + parts;
    if (bodyAt > bytes.length) return;
    const lacing = bytes.subarray(at + HEADER_BYTES, bodyAt);
    const end = bodyAt + lacing.reduce((sum, length) => sum + length, 0);
    if (end > bytes.length) return;
    if (checksum(bytes, at, end) !== view.getUint32(at + 22, true))
      throw damaged("OGG", `the page at byte ${at} has changed`);
    const flags = bytes[at + 5]!;
    yield {
      serial: view.getUint32(at + 14, true),
      granule: Number(view.getBigInt64(at + 6, true)),
      isContinued: (flags & 1) !== 0,
      isFirst: (flags & 2) !== 0,
      isLast: (flags & 4) !== 0,
      lacing,
      body: bytes.subarray(bodyAt, end),
    };
    at = end;
  }
}

/** CRC-32 of the polynomial 0x04c11db7, most significant bit first. */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte << 24;
  for (let bit = 0; bit < 8; bit++) rest = (rest << 1) ^ (rest < 0 ? 0x04c11db7 : 0);
  return rest;
});

/** Over the whole page, its own four bytes taken as zero. */
function checksum(bytes: Uint8Array, start: number, end: number): number {
  let crc = 0;
  for (let i = start; i < end; i++) {
    const byte = i >= start + 22 && i < start + 26 ? 0 : bytes[i]!;
    crc = (crc << 8) ^ TABLE[((crc >>> 24) ^ byte) & 0xff]!;
  }
  return crc >>> 0;
}
