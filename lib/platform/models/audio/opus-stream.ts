import { damaged, MAX_AUDIO_SECONDS, OPUS_RATE_HZ, tooLong } from "./limits";
import type { OpusHead } from "./opus-head";
import { opusPacketSamples } from "./opus-packet";

const MAX_BROKEN_PACKETS = 50;
const MAX_SAMPLES = MAX_AUDIO_SECONDS * OPUS_RATE_HZ;

/**
 * The packets of one Opus stream as a container gives them. Adds up how long they last, so that too long a recording
 * is refused before anything is decoded, however few bytes it has.
 */
export class OpusStream {
  /** Broken ones are left out. */
  readonly packets: Uint8Array[] = [];
  /** Samples at 48 kHz of the packets so far, the decoder's settling included. */
  samples = 0;
  private broken = 0;

  constructor(
    readonly head: OpusHead,
    private readonly container: string,
  ) {}

  /** @throws AppError `payload_too_large`, or `invalid_input` when many packets are broken. */
  add(packet: Uint8Array): void {
    const samples = opusPacketSamples(packet);
    if (samples === null) {
      this.broken++;
      if (this.broken > MAX_BROKEN_PACKETS) throw damaged(this.container, "its packets are not Opus");
      return;
    }
    this.packets.push(packet);
    this.samples += samples;
    this.refuseBeyond(this.samples - this.head.preSkip);
  }

  /** @param samples at 48 kHz that the container claims. @throws AppError `payload_too_large` */
  refuseBeyond(samples: number): void {
    if (samples > MAX_SAMPLES) throw tooLong(samples / OPUS_RATE_HZ);
  }
}
