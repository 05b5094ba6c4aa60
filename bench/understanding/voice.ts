import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { analyzeProsody, decodeWav, Fourier, resample } from "../../lib/intelligence/voice";
import { readOggOpus } from "../../lib/platform/models/audio/read-ogg-opus";
import { decodeAudio } from "../../lib/platform/models/decode-audio";
import { writeOgg } from "../../test/support/opus-containers";
import { type Line, median } from "../measure";

export interface VoiceBenchOptions {
  quick: boolean;
  /** Folder of the public data; ZHANGGUI_DATA, or ../shared/data. */
  publicDataDir?: string;
}

/** Two tones and a pause, 2.8 s in packets of 60 ms, as Opus in OGG. */
const OGG_FIXTURE = "../../lib/platform/models/audio/fixtures/two-tones.ogg";
const SECONDS = 10;
const RATE_HZ = 48_000;
const PACKET_SECONDS = 0.06;

/** How well arousal tells anger from neutral speech, and how fast ten seconds are analysed from their bytes. */
export async function benchVoice(options: VoiceBenchOptions): Promise<Line[]> {
  return [...measureAnger(options), ...(await measureSpeed(options.quick ? 5 : 15))];
}

function measureAnger({ publicDataDir }: VoiceBenchOptions): Line[] {
  const name = "Voice: anger against neutral, AUC";
  const folder = resolve(publicDataDir ?? process.env.ZHANGGUI_DATA ?? "../shared/data", "speech");
  const index = join(folder, "emodb_index.csv");
  if (!existsSync(index)) return [{ name, skipped: "EMO-DB is not there (set ZHANGGUI_DATA)" }];
  const clips = readFileSync(index, "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));
  const arousalOf = (emotion: string) =>
    clips
      .filter((clip) => clip[4] === emotion)
      .map(([file]) => {
        const { samples, sampleRateHz } = decodeWav(readFileSync(join(folder, "emodb", file!)));
        return analyzeProsody(resample(samples, sampleRateHz)).arousal;
      });
  const [anger, neutral] = [arousalOf("anger"), arousalOf("neutral")];
  return [
    {
      name,
      value: areaUnderCurve(anger, neutral),
      unit: "",
      target: { is: "≥", value: 0.9 },
      note: `EMO-DB, ${anger.length} and ${neutral.length} clips; not fitted on it`,
    },
  ];
}

/** Probability that one of the first is higher than one of the second. */
function areaUnderCurve(above: number[], below: number[]): number {
  const wins = above.flatMap((a): number[] => below.map((b) => (a > b ? 1 : a === b ? 0.5 : 0)));
  return wins.reduce((sum, win) => sum + win, 0) / wins.length;
}

async function measureSpeed(rounds: number): Promise<Line[]> {
  const wav = makeWav();
  const ogg = makeOgg();
  const bound = { label: "one Fourier transform a hop", value: await timeMs(rounds, transformEachHop) };
  const fromWav = await timeMs(rounds, async () => analyzeProsody(await decodeAudio(wav)));
  const fromOgg = await timeMs(rounds, async () => analyzeProsody(await decodeAudio(ogg)));
  const line = (name: string, value: number, note: string): Line => ({
    name,
    value,
    unit: "ms",
    target: { is: "≤", value: 300 },
    bound,
    note: `${note}; median of ${rounds}, without recognition`,
  });
  return [
    line("Voice: 10 s from WAV", fromWav, "48 kHz, 16 bits, stereo"),
    line("Voice: 10 s from OGG", fromOgg, "Opus, mono, 12 kbit/s"),
  ];
}

/** Least work that a pitch contour of ten seconds can be had from: 1,000 transforms of 1,024 points. */
async function transformEachHop(): Promise<void> {
  const fourier = new Fourier(1024);
  const real = new Float64Array(1024).fill(0.5);
  const imaginary = new Float64Array(1024);
  for (let hop = 0; hop < SECONDS * 100; hop++) {
    fourier.forward(real, imaginary);
    real.fill(hop / 1000);
    imaginary.fill(0);
  }
}

async function timeMs(rounds: number, work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds + 2; round++) {
    const startedAt = performance.now();
    await work();
    // The first two warm the compiler.
    if (round >= 2) times.push(performance.now() - startedAt);
  }
  return median(times);
}

/** A voice-like sound of ten seconds with pauses, as a phone would record it: 48 kHz, stereo, 16 bits. */
function makeWav(): Uint8Array {
  const frames = SECONDS * RATE_HZ;
  const bytes = Buffer.alloc(44 + frames * 4);
  bytes.write("RIFF\0\0\0\0WAVEfmt ", "latin1");
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(2, 22);
  bytes.writeUInt32LE(RATE_HZ, 24);
  bytes.writeUInt32LE(RATE_HZ * 4, 28);
  bytes.writeUInt16LE(4, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write("data", 36, "latin1");
  bytes.writeUInt32LE(frames * 4, 40);
  for (let i = 0, phase = 0; i < frames; i++) {
    const seconds = i / RATE_HZ;
    phase += (2 * Math.PI * (160 + 60 * Math.sin(seconds))) / RATE_HZ;
    const syllable = seconds % 3 > 2.3 ? 0 : Math.sin(4 * Math.PI * seconds) ** 2;
    const value = syllable * [1, 2, 3, 4, 5, 6].reduce((sum, k) => sum + Math.sin(k * phase) / k, 0);
    const sample = Math.round(value * 9_000);
    bytes.writeInt16LE(sample, 44 + i * 4);
    bytes.writeInt16LE(sample, 46 + i * 4);
  }
  return bytes;
}

/** The fixture's packets over and over, until they last ten seconds. */
function makeOgg(): Uint8Array {
  const { packets } = readOggOpus(readFileSync(new URL(OGG_FIXTURE, import.meta.url))).stream;
  const count = Math.ceil(SECONDS / PACKET_SECONDS);
  const repeated = Array.from({ length: count }, (_, i) => packets[i % packets.length]!);
  return writeOgg(repeated, { granuleOf: (so) => so * PACKET_SECONDS * RATE_HZ });
}
