/** Containers around Opus packets, written byte by byte so that tests can lie in them. */

/** A packet of two SILK frames of 60 ms that were not sent: 120 ms of silence in two bytes. */
export const SILENT_120_MS = new Uint8Array([0x1b, 0x02]);

export function opusHead({ channels = 1, preSkip = 312 } = {}): Uint8Array {
  const head = Buffer.alloc(19);
  head.write("OpusHead");
  head[8] = 1;
  head[9] = channels;
  head.writeUInt16LE(preSkip, 10);
  head.writeUInt32LE(48_000, 12);
  return head;
}

interface OggOptions {
  head?: Uint8Array;
  /** Position at the end of each page of packets; by default it follows the packets' 120 ms. */
  granuleOf?: (packetsSoFar: number) => number;
}

/** An Ogg file with up to 200 packets a page, each shorter than 255 bytes. */
export function writeOgg(packets: readonly Uint8Array[], options: OggOptions = {}): Uint8Array {
  const { head = opusHead(), granuleOf = (count) => count * 5_760 } = options;
  const tags = Buffer.concat([Buffer.from("OpusTags"), Buffer.alloc(8)]);
  const pages = [oggPage([head], 0, 0, 2), oggPage([tags], 0, 1, 0)];
  for (let i = 0; i < packets.length; i += 200) {
    const some = packets.slice(i, i + 200);
    const isLast = i + 200 >= packets.length;
    pages.push(oggPage(some, granuleOf(i + some.length), pages.length, isLast ? 4 : 0));
  }
  return Buffer.concat(pages);
}

export function oggPage(
  packets: readonly Uint8Array[],
  granule: number,
  sequence: number,
  flags: number,
): Uint8Array {
  const page = Buffer.concat([
    Buffer.alloc(27),
    Buffer.from(packets.map(({ length }) => length)),
    ...packets,
  ]);
  page.write("OggS");
  page[5] = flags;
  page.writeBigInt64LE(BigInt(granule), 6);
  page.writeUInt32LE(77, 14);
  page.writeUInt32LE(sequence, 18);
  page[26] = packets.length;
  page.writeUInt32LE(oggChecksum(page), 22);
  return page;
}

/** Bit by bit, another way than the reader's table. */
function oggChecksum(page: Uint8Array): number {
  let crc = 0;
  for (const byte of page) {
    crc ^= byte << 24;
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x80000000 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
  }
  return crc >>> 0;
}

/** An EBML element; `size` says another length than the truth, null leaves it open. */
export function ebml(id: number, content: Uint8Array, size: number | null = content.length): Uint8Array {
  const idBytes = Buffer.from(id.toString(16), "hex");
  const sizeBytes = Buffer.alloc(8, 0xff);
  sizeBytes[0] = 0x01;
  if (size !== null) {
    sizeBytes.writeUInt32BE(Math.floor(size / 2 ** 32) % 2 ** 24, 0);
    sizeBytes.writeUInt32BE(size % 2 ** 32, 4);
    sizeBytes[0] = 0x01;
  }
  return Buffer.concat([idBytes, sizeBytes, content]);
}

export function unsigned(value: number): Uint8Array {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(value));
  return bytes;
}

function float64(value: number): Uint8Array {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return bytes;
}

interface WebmOptions {
  codec?: string;
  head?: Uint8Array | null;
  /** In milliseconds, in the file's header. */
  claimedDuration?: number;
  docType?: string;
}

/** A WebM file of one track. @param blocks contents of SimpleBlocks, see `webmBlock`. */
export function writeWebm(blocks: readonly Uint8Array[], options: WebmOptions = {}): Uint8Array {
  const { codec = "A_OPUS", head = opusHead(), claimedDuration, docType = "webm" } = options;
  const info = [ebml(0x2ad7b1, unsigned(1_000_000))];
  if (claimedDuration !== undefined) info.push(ebml(0x4489, float64(claimedDuration)));
  const track = [ebml(0xd7, unsigned(1)), ebml(0x86, Buffer.from(codec))];
  if (head) track.push(ebml(0x63a2, head));
  const cluster = [ebml(0xe7, unsigned(0)), ...blocks.map((block) => ebml(0xa3, block))];
  return Buffer.concat([
    ebml(0x1a45dfa3, ebml(0x4282, Buffer.from(docType))),
    ebml(
      0x18538067,
      Buffer.concat([
        ebml(0x1549a966, Buffer.concat(info)),
        ebml(0x1654ae6b, ebml(0xae, Buffer.concat(track))),
        ebml(0x1f43b675, Buffer.concat(cluster), null),
      ]),
      null,
    ),
  ]);
}

const LACING = { none: 0, xiph: 2, fixed: 4, ebml: 6 };

/** The content of a block of track 1. Lacing of EBML takes frames shorter than 64 bytes here. */
export function webmBlock(
  frames: readonly Uint8Array[],
  { lacing = "none" as keyof typeof LACING, offset = 0, track = 1 } = {},
): Uint8Array {
  const header = Buffer.from([0x80 | track, 0, 0, 0x80 | LACING[lacing]]);
  header.writeInt16BE(offset, 1);
  const sizes: number[] = lacing === "none" ? [] : [frames.length - 1];
  const lengths = frames.slice(0, -1).map(({ length }) => length);
  if (lacing === "xiph") sizes.push(...lengths);
  if (lacing === "ebml")
    for (const [i, length] of lengths.entries())
      sizes.push(0x80 | (i === 0 ? length : length - lengths[i - 1]! + 63));
  return Buffer.concat([header, Buffer.from(sizes), ...frames]);
}
