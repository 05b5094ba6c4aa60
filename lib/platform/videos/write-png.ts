import { deflateSync } from "node:zlib";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const BYTES_A_PIXEL = 3;
/** "Up": each byte as the difference to the one above it, which suits pictures. */
const FILTER_UP = 2;

/** Pixels (RGBA, of which A is left out) as PNG. */
export function writePng(rgba: Uint8Array, width: number, height: number): Uint8Array {
  const stride = width * BYTES_A_PIXEL;
  const lines = Buffer.alloc((stride + 1) * height);
  const pixel = (x: number, y: number, channel: number) => (y < 0 ? 0 : rgba[(y * width + x) * 4 + channel]!);
  for (let y = 0; y < height; y++) {
    const line = y * (stride + 1);
    lines[line] = FILTER_UP;
    for (let x = 0; x < width; x++) {
      for (let channel = 0; channel < BYTES_A_PIXEL; channel++) {
        const difference = pixel(x, y, channel) - pixel(x, y - 1, channel);
        lines[line + 1 + x * BYTES_A_PIXEL + channel] = difference & 0xff;
      }
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(lines)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, body: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), body]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(body.length, 0);
  framed.set(named, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}

/** The sum over a chunk (PNG, annex D). */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
