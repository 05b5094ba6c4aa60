import { OpusDecoder } from "opus-decoder";
import { SAMPLE_RATE_HZ } from "@/lib/intelligence/voice";
import { damaged, OPUS_RATE_HZ } from "./limits";
import { opusPacketSamples } from "./opus-packet";
import type { DemuxedOpus } from "./read-ogg-opus";

const RATIO = SAMPLE_RATE_HZ / OPUS_RATE_HZ;
/** The decoder's room for a packet, for each channel that it is asked for. */
const PACKET_BYTES_PER_CHANNEL = 3840;

/**
 * Decodes an Opus stream with libopus to mono at SAMPLE_RATE_HZ, into one array whose size the packets told before.
 * A packet that libopus cannot decode is silence of its length.
 * @throws AppError `invalid_input` for a packet larger than any encoder makes.
 */
export async function decodeOpus({ stream, samples, container }: DemuxedOpus): Promise<Float32Array> {
  const heard = stream.samples - stream.head.preSkip;
  const out = new Float32Array(Math.max(0, Math.round(Math.min(heard, samples ?? heard) * RATIO)));
  const decoder = await openDecoder(stream.packets, container);
  try {
    let position = -stream.head.preSkip;
    for (const packet of stream.packets) {
      const at = Math.round(position * RATIO);
      if (at >= out.length) break;
      mix(decoder.decodeFrame(packet).channelData, out, at, stream.head.gain);
      position += opusPacketSamples(packet) ?? 0;
    }
  } finally {
    decoder.free();
  }
  return out;
}

async function openDecoder(
  packets: readonly Uint8Array[],
  container: string,
): Promise<OpusDecoder<typeof SAMPLE_RATE_HZ>> {
  const largest = packets.reduce((most, packet) => Math.max(most, packet.length), 0);
  const channels = largest > PACKET_BYTES_PER_CHANNEL ? 2 : 1;
  if (largest > PACKET_BYTES_PER_CHANNEL * channels)
    throw damaged(container, "one of its packets is too large");
  const decoder = new OpusDecoder({ channels, sampleRate: SAMPLE_RATE_HZ });
  await decoder.ready;
  return decoder;
}

/** Writes the channels' mean from `at` on; what lies before the beginning or beyond the end is left out. */
function mix(channels: readonly Float32Array[], out: Float32Array, at: number, gain: number): void {
  const share = gain / channels.length;
  for (const channel of channels) {
    const to = Math.min(channel.length, out.length - at);
    for (let i = Math.max(0, -at); i < to; i++) out[at + i]! += channel[i]! * share;
  }
}
