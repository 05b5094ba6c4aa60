import { damaged, unsupported } from "./limits";
import { type OggPage, readOggPages } from "./ogg-pages";
import { OPUS_HEAD_MAGIC, readOpusHead } from "./opus-head";
import { OpusStream } from "./opus-stream";

export interface DemuxedOpus {
  stream: OpusStream;
  /** Length at 48 kHz without the decoder's settling, as the container gives it; null where it does not. */
  samples: number | null;
  /** For messages. */
  container: string;
}

/** Longer than any Opus packet; more is an attack on memory. */
const MAX_PACKET_BYTES = 64 * 1024;
const OTHER_CODECS: readonly [magic: string, name: string][] = [
  ["\x01vorbis", "Vorbis in OGG"],
  ["Speex", "Speex in OGG"],
  ["\x7fFLAC", "FLAC in OGG"],
  ["\x80theora", "a film"],
];

/**
 * The first Opus stream of an Ogg file (RFC 7845); others beside it are passed over.
 * @throws AppError `invalid_input`, `unsupported_media_type`, `payload_too_large`
 */
export function readOggOpus(bytes: Uint8Array): DemuxedOpus {
  const reader = new OggOpusReader();
  for (const page of readOggPages(bytes)) {
    reader.take(page);
    if (reader.isDone) break;
  }
  return reader.finish();
}

class OggOpusReader {
  isDone = false;
  private serial: number | undefined;
  private stream: OpusStream | undefined;
  private headersLeft = 2;
  private open: Uint8Array[] = [];
  private openBytes = 0;
  /** Position of the stream's beginning: not zero when the recording was cut out of a longer one. */
  private origin: number | undefined;
  private lastGranule: number | undefined;
  private other = "an OGG file without Opus";

  take(page: OggPage): void {
    if (page.isFirst && this.serial === undefined) this.recognise(page);
    if (page.serial !== this.serial) return;
    for (const packet of this.packetsOf(page)) this.takePacket(packet);
    if (page.granule >= 0 && this.headersLeft === 0) this.notePosition(page);
    this.isDone = page.isLast;
  }

  finish(): DemuxedOpus {
    const { stream } = this;
    if (!stream) throw unsupported(this.other);
    if (stream.packets.length === 0) throw damaged("OGG", "it holds no sound");
    const { origin = 0, lastGranule } = this;
    const claimed = lastGranule === undefined ? null : lastGranule - origin - stream.head.preSkip;
    return { stream, samples: claimed !== null && claimed > 0 ? claimed : null, container: "OGG" };
  }

  private recognise(page: OggPage): void {
    const head = String.fromCharCode(...page.body.subarray(0, 8));
    if (head === OPUS_HEAD_MAGIC) this.serial = page.serial;
    const other = OTHER_CODECS.find(([magic]) => head.startsWith(magic));
    if (other) this.other = other[1];
  }

  private takePacket(packet: Uint8Array): void {
    if (!this.stream) this.stream = new OpusStream(readOpusHead(packet, "OGG"), "OGG");
    else if (this.headersLeft === 0) this.stream.add(packet);
    if (this.headersLeft > 0) this.headersLeft--;
  }

  private notePosition(page: OggPage): void {
    const stream = this.stream!;
    if (stream.samples === 0) return;
    // A last page may end early to cut the sound, so only others tell where the beginning lies.
    this.origin ??= page.isLast ? 0 : Math.max(0, page.granule - stream.samples);
    this.lastGranule = page.granule;
    stream.refuseBeyond(page.granule - this.origin - stream.head.preSkip);
  }

  private *packetsOf(page: OggPage): Generator<Uint8Array> {
    if (!page.isContinued) this.drop();
    // What goes on with a packet whose beginning is lost is of no use.
    let isOrphan = page.isContinued && this.openBytes === 0;
    let at = 0;
    for (const length of page.lacing) {
      if (!isOrphan) {
        this.open.push(page.body.subarray(at, at + length));
        this.openBytes += length;
      }
      at += length;
      if (this.openBytes > MAX_PACKET_BYTES && this.headersLeft === 0)
        throw damaged("OGG", "one of its packets is too large");
      if (length === 255) continue;
      if (!isOrphan) yield this.close();
      isOrphan = false;
    }
  }

  private close(): Uint8Array {
    const packet = this.open.length === 1 ? this.open[0]! : Buffer.concat(this.open);
    this.drop();
    return packet;
  }

  private drop(): void {
    this.open = [];
    this.openBytes = 0;
  }
}
