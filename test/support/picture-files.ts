import { deflateSync } from "node:zlib";

/** Pictures written byte by byte, so that tests can lie in them. They are whole: any viewer shows them. */

const u16 = (value: number) => Buffer.from([value >> 8, value & 255]);
const latin = (text: string) => Buffer.from(text, "latin1");

export function jpegSegment(code: number, body: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from([0xff, code]), u16(body.length + 2), body]);
}

/** EXIF as cameras write it: maker, place and time beside the orientation. */
export function exif(orientation: number, isLittle = true): Buffer {
  const make = latin("SecretCam 48.8584,2.2945\0");
  const tiff = Buffer.alloc(8 + 2 + 24 + 4);
  const short = (value: number, at: number) =>
    isLittle ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at);
  const long = (value: number, at: number) =>
    isLittle ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at);
  tiff.write(isLittle ? "II" : "MM", 0, "latin1");
  short(42, 2);
  long(8, 4);
  short(2, 8);
  for (const [at, [tag, type, count]] of [
    [10, [0x010f, 2, make.length]],
    [22, [0x0112, 3, 1]],
  ] as const) {
    short(tag, at);
    short(type, at + 2);
    long(count, at + 4);
  }
  long(tiff.length, 18);
  short(orientation, 30);
  return Buffer.concat([tiff, make]);
}

interface JpegOptions {
  width?: number;
  height?: number;
  /** Behind JFIF's own. */
  segments?: Uint8Array[];
  /** Behind the end. */
  trailing?: Uint8Array;
}

/** A grey baseline JPEG: each block is one bit of DC and one of AC. */
export function jpeg({
  width = 16,
  height = 8,
  segments = [],
  trailing = Buffer.alloc(0),
}: JpegOptions = {}): Buffer {
  const blocks = Math.min(Math.ceil(width / 8) * Math.ceil(height / 8), 1_000);
  const scan = Buffer.alloc(Math.ceil((blocks * 2) / 8));
  const spare = scan.length * 8 - blocks * 2;
  scan[scan.length - 1]! |= 2 ** spare - 1;
  const oneCode = (table: number) => Buffer.from([table, 1, ...Array(15).fill(0), 0]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    jpegSegment(0xe0, Buffer.concat([latin("JFIF\0"), Buffer.from([1, 1, 0, 0, 1, 0, 1, 0, 0])])),
    ...segments,
    jpegSegment(0xdb, Buffer.concat([Buffer.from([0]), Buffer.alloc(64, 1)])),
    jpegSegment(
      0xc0,
      Buffer.concat([Buffer.from([8]), u16(height), u16(width), Buffer.from([1, 1, 0x11, 0])]),
    ),
    jpegSegment(0xc4, oneCode(0x00)),
    jpegSegment(0xc4, oneCode(0x10)),
    jpegSegment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    scan,
    Buffer.from([0xff, 0xd9]),
    trailing,
  ]);
}

export function pngChunk(type: string, body: Uint8Array): Buffer {
  const chunk = Buffer.concat([Buffer.alloc(4), latin(type), body, Buffer.alloc(4)]);
  chunk.writeUInt32BE(body.length, 0);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, -4)), chunk.length - 4);
  return chunk;
}

/** By table, another way than the writer's. */
function crc32(bytes: Uint8Array): number {
  const table = Array.from({ length: 256 }, (_, n) => {
    let entry = n;
    for (let bit = 0; bit < 8; bit += 1) entry = entry & 1 ? 0xedb88320 ^ (entry >>> 1) : entry >>> 1;
    return entry;
  });
  return ~bytes.reduce((crc, byte) => table[(crc ^ byte) & 255]! ^ (crc >>> 8), -1) >>> 0;
}

export function pngSize(width: number, height: number): Buffer {
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  return size;
}

interface PngOptions {
  width?: number;
  height?: number;
  /** Between size and data. */
  chunks?: Uint8Array[];
  trailing?: Uint8Array;
}

/** A white PNG of eight bits grey. Sizes beyond 1,000 are said and not drawn. */
export function png({
  width = 3,
  height = 2,
  chunks = [],
  trailing = Buffer.alloc(0),
}: PngOptions = {}): Buffer {
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(Math.min(width, 1_000), 255)]);
  const rows = Buffer.concat(Array<Buffer>(Math.min(height, 1_000)).fill(row));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
    pngChunk("IHDR", Buffer.concat([pngSize(width, height), Buffer.from([8, 0, 0, 0, 0])])),
    ...chunks,
    pngChunk("IDAT", deflateSync(rows)),
    pngChunk("IEND", Buffer.alloc(0)),
    trailing,
  ]);
}

export function webpChunk(type: string, body: Uint8Array): Buffer {
  const chunk = Buffer.concat([latin(type), Buffer.alloc(4), body, Buffer.alloc(body.length % 2)]);
  chunk.writeUInt32LE(body.length, 4);
  return chunk;
}

export function webp(...chunks: Uint8Array[]): Buffer {
  const body = Buffer.concat([latin("WEBP"), ...chunks]);
  const head = Buffer.concat([latin("RIFF"), Buffer.alloc(4)]);
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}

/** One pixel, with loss and without. */
export const VP8_PIXEL = webpChunk("VP8 ", Buffer.from("MAEAnQEqAQABAA7A/iWkAANwAAAAAA==", "base64"));
export const VP8L_PIXEL = webpChunk("VP8L", Buffer.from("LwAAABAHEBERiIj+BwA=", "base64"));

export function vp8x(flags: number, width: number, height: number): Buffer {
  const body = Buffer.alloc(10);
  body[0] = flags;
  body.writeUIntLE(width - 1, 4, 3);
  body.writeUIntLE(height - 1, 7, 3);
  return webpChunk("VP8X", body);
}

export function gifFrame(width: number, height: number): Buffer {
  const head = Buffer.from([0x2c, 0, 0, 0, 0, width & 255, width >> 8, height & 255, height >> 8, 0]);
  return Buffer.concat([head, Buffer.from([2, 2, 0x44, 1, 0])]);
}

export function gifExtension(label: number, ...blocks: string[]): Buffer {
  const parts = blocks.flatMap((block) => [Buffer.from([block.length]), latin(block)]);
  return Buffer.concat([Buffer.from([0x21, label]), ...parts, Buffer.from([0])]);
}

/** Two colours; `blocks` are its frames and extensions. */
export function gif(width: number, height: number, ...blocks: Uint8Array[]): Buffer {
  const size = Buffer.from([width & 255, width >> 8, height & 255, height >> 8]);
  const table = Buffer.from([0x80, 0, 0, 0, 0, 0, 255, 255, 255]);
  return Buffer.concat([latin("GIF89a"), size, table, ...blocks, Buffer.from([0x3b])]);
}

/** A box of an MP4 file. */
export function mp4Box(type: string, body: Uint8Array = Buffer.alloc(0)): Buffer {
  const box = Buffer.concat([Buffer.alloc(4), latin(type), body]);
  box.writeUInt32BE(box.length, 0);
  return box;
}
