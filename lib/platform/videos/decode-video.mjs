// A process of its own that decodes one video of a stranger, and ends. It gets the bytes, and no secret, no database
// and no folder; whoever started it watches its time and its memory. Answers `Decoded` (look-into-video.ts), or null.
import "node-webcodecs/dist/register.js";
import { AudioSampleSink, BufferSource, Input, MP4, VideoSampleSink, WEBM } from "mediabunny";

const MAX_PIXELS = 4096 * 4096;
/** The first frame is often black. */
const POSTER_AT_SECONDS = 0.5;
const MAX_POSTER_SIDE = 640;
const SOUND_RATE_HZ = 16_000;

process.once("message", async ({ bytes, maxSoundSeconds }) => {
  const decoded = await decode(bytes, maxSoundSeconds).catch(() => null);
  process.send(decoded, () => process.exit(0));
});

/** @param {Uint8Array} bytes @param {number} maxSoundSeconds */
async function decode(bytes, maxSoundSeconds) {
  const input = new Input({ formats: [MP4, WEBM], source: new BufferSource(bytes) });
  const [picture, sound] = [await input.getPrimaryVideoTrack(), await input.getPrimaryAudioTrack()];
  if (!picture) return null;
  const durationSeconds = await input.computeDuration();
  const isSmall = picture.codedWidth * picture.codedHeight <= MAX_PIXELS;
  return {
    durationSeconds,
    width: picture.displayWidth,
    height: picture.displayHeight,
    poster: isSmall ? await readPoster(picture, durationSeconds).catch(() => null) : null,
    sound: sound ? await readSound(sound, maxSoundSeconds).catch(() => null) : null,
  };
}

/** One frame as RGBA, turned as it is shown, small enough for a thread. */
async function readPoster(track, durationSeconds) {
  const sink = new VideoSampleSink(track);
  const first = await track.getFirstTimestamp();
  const at = first + Math.min(POSTER_AT_SECONDS, Math.max(0, durationSeconds - first) / 2);
  const sample = await sink.getSample(at);
  if (!sample) return null;
  const frame = sample.toVideoFrame();
  const rgba = new Uint8Array(frame.allocationSize({ format: "RGBA" }));
  await frame.copyTo(rgba, { format: "RGBA" });
  const { codedWidth, codedHeight } = frame;
  frame.close();
  sample.close();
  return shrink(rgba, codedWidth, codedHeight, track.rotation);
}

/** Averages the pixels under each new one. @param {0 | 90 | 180 | 270} rotation clockwise */
function shrink(rgba, width, height, rotation) {
  const isTurned = rotation % 180 === 90;
  const [shownWidth, shownHeight] = isTurned ? [height, width] : [width, height];
  const step = Math.max(1, Math.ceil(Math.max(width, height) / MAX_POSTER_SIDE));
  const [toWidth, toHeight] = [Math.ceil(shownWidth / step), Math.ceil(shownHeight / step)];
  const out = new Uint8Array(toWidth * toHeight * 4);
  for (let y = 0; y < toHeight; y++) {
    for (let x = 0; x < toWidth; x++) {
      const sums = [0, 0, 0];
      let count = 0;
      for (let dy = 0; dy < step && y * step + dy < shownHeight; dy++) {
        for (let dx = 0; dx < step && x * step + dx < shownWidth; dx++) {
          const from = source(x * step + dx, y * step + dy, width, height, rotation) * 4;
          for (let channel = 0; channel < 3; channel++) sums[channel] += rgba[from + channel];
          count++;
        }
      }
      const to = (y * toWidth + x) * 4;
      for (let channel = 0; channel < 3; channel++) out[to + channel] = sums[channel] / count;
      out[to + 3] = 255;
    }
  }
  return { rgba: out, width: toWidth, height: toHeight };
}

/** Which stored pixel is shown at a place. */
function source(x, y, width, height, rotation) {
  if (rotation === 90) return (height - 1 - x) * width + y;
  if (rotation === 180) return (height - 1 - y) * width + (width - 1 - x);
  if (rotation === 270) return x * width + (width - 1 - y);
  return y * width + x;
}

/** The beginning of the sound, mono at 16 kHz: each sample the average of those it stands for. */
async function readSound(track, maxSeconds) {
  const sink = new AudioSampleSink(track);
  const out = new Float32Array(maxSeconds * SOUND_RATE_HZ);
  let filled = 0;
  let heard = 0;
  let sum = 0;
  let count = 0;
  for await (const sample of sink.samples()) {
    const { numberOfFrames, numberOfChannels, sampleRate } = sample;
    const channels = Array.from({ length: numberOfChannels }, (_, planeIndex) => {
      const plane = new Float32Array(numberOfFrames);
      sample.copyTo(plane, { planeIndex, format: "f32-planar" });
      return plane;
    });
    sample.close();
    for (let frame = 0; frame < numberOfFrames && filled < out.length; frame++) {
      for (const plane of channels) sum += plane[frame] / numberOfChannels;
      count++;
      heard++;
      // Rates below 16 kHz repeat a sample, those above average several.
      while (filled < out.length && (heard * SOUND_RATE_HZ) / sampleRate >= filled + 1) {
        out[filled++] = count > 0 ? sum / count : out[filled - 2] || 0;
        sum = 0;
        count = 0;
      }
    }
    if (filled >= out.length) break;
  }
  return filled > 0 ? out.slice(0, filled) : null;
}
