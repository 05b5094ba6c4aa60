import { type EbmlElement, readEbml, readFloat, readText, readUnsigned } from "./ebml";
import { damaged, MAX_AUDIO_SECONDS, tooLong, unsupported } from "./limits";
import { readOpusHead } from "./opus-head";
import { OpusStream } from "./opus-stream";
import type { DemuxedOpus } from "./read-ogg-opus";
import { readWebmBlock } from "./webm-block";

const EBML = 0x1a45dfa3;
const DOC_TYPE = 0x4282;
const SEGMENT = 0x18538067;
const INFO = 0x1549a966;
const TIMESTAMP_SCALE = 0x2ad7b1;
const DURATION = 0x4489;
const TRACKS = 0x1654ae6b;
const TRACK_ENTRY = 0xae;
const TRACK_NUMBER = 0xd7;
const CODEC_ID = 0x86;
const CODEC_PRIVATE = 0x63a2;
const CONTENT_ENCODINGS = 0x6d80;
const CLUSTER = 0x1f43b675;
const TIMESTAMP = 0xe7;
const BLOCK_GROUP = 0xa0;
const BLOCK = 0xa1;
const SIMPLE_BLOCK = 0xa3;
const MASTERS = new Set([EBML, SEGMENT, INFO, TRACKS, TRACK_ENTRY, CLUSTER, BLOCK_GROUP]);

interface Track {
  number: number | undefined;
  codec: string;
  codecPrivate: Uint8Array | undefined;
  isEncoded: boolean;
}

/**
 * The first Opus track of a WebM or Matroska file (RFC 9559), as browsers' recorders write it; others are passed over.
 * @throws AppError `invalid_input`, `unsupported_media_type`, `payload_too_large`
 */
export function readWebmOpus(bytes: Uint8Array): DemuxedOpus {
  const reader = new WebmOpusReader(bytes);
  for (const element of readEbml(bytes, MASTERS)) reader.take(element);
  return reader.finish();
}

class WebmOpusReader {
  private readonly tracks: Track[] = [];
  private stream: OpusStream | undefined;
  private trackNumber: number | undefined;
  private secondsPerTick = 1e-3;
  private claimedTicks = 0;
  private clusterTicks = 0;
  private firstTicks: number | undefined;

  constructor(private readonly bytes: Uint8Array) {}

  take(element: EbmlElement): void {
    const { bytes } = this;
    switch (element.id) {
      case DOC_TYPE: {
        const type = readText(bytes, element);
        if (type !== "webm" && type !== "matroska") throw unsupported("an EBML file that is no WebM");
        break;
      }
      case TIMESTAMP_SCALE:
        this.secondsPerTick = readUnsigned(bytes, element) / 1e9;
        break;
      case DURATION:
        this.claimedTicks = readFloat(bytes, element);
        break;
      case CLUSTER:
        this.refuseBeyond(this.claimedTicks);
        break;
      case TIMESTAMP:
        this.clusterTicks = readUnsigned(bytes, element);
        break;
      case BLOCK:
      case SIMPLE_BLOCK:
        if (!element.isCut) this.takeBlock(bytes.subarray(element.start, element.end));
        break;
      default:
        this.takeTrackField(element);
    }
  }

  finish(): DemuxedOpus {
    this.refuseBeyond(this.claimedTicks);
    this.chooseTrack();
    if (!this.stream || this.stream.packets.length === 0) throw damaged("WebM", "it holds no sound");
    return { stream: this.stream, samples: null, container: "WebM" };
  }

  private takeTrackField(element: EbmlElement): void {
    if (element.id === TRACK_ENTRY)
      this.tracks.push({ number: undefined, codec: "", codecPrivate: undefined, isEncoded: false });
    const track = this.tracks.at(-1);
    if (!track) return;
    if (element.id === TRACK_NUMBER) track.number = readUnsigned(this.bytes, element);
    else if (element.id === CODEC_ID) track.codec = readText(this.bytes, element);
    else if (element.id === CODEC_PRIVATE)
      track.codecPrivate = this.bytes.subarray(element.start, element.end);
    else if (element.id === CONTENT_ENCODINGS) track.isEncoded = true;
  }

  private takeBlock(content: Uint8Array): void {
    const stream = this.chooseTrack();
    const block = readWebmBlock(content);
    if (!block) throw damaged("WebM", "one of its blocks cannot be read");
    if (block.track !== this.trackNumber) return;
    const ticks = this.clusterTicks + block.offset;
    this.firstTicks ??= ticks;
    this.refuseBeyond(ticks - this.firstTicks);
    for (const frame of block.frames) stream.add(frame);
  }

  private chooseTrack(): OpusStream {
    if (this.stream) return this.stream;
    const track = this.tracks.find(({ codec, number }) => codec === "A_OPUS" && number !== undefined);
    if (!track) {
      const sound = this.tracks.find(({ codec }) => codec.startsWith("A_"));
      if (sound) throw unsupported(`${sound.codec.slice(2).split("/")[0]} in WebM`);
      if (this.tracks.length > 0) throw unsupported("a WebM file without sound");
      throw damaged("WebM", "it names no track");
    }
    if (track.isEncoded) throw unsupported("a WebM file with compressed or encrypted tracks");
    if (!track.codecPrivate) throw damaged("WebM", "its Opus header is missing");
    this.trackNumber = track.number;
    this.stream = new OpusStream(readOpusHead(track.codecPrivate, "WebM"), "WebM");
    return this.stream;
  }

  private refuseBeyond(ticks: number): void {
    const seconds = ticks * this.secondsPerTick;
    if (seconds > MAX_AUDIO_SECONDS) throw tooLong(seconds);
  }
}
