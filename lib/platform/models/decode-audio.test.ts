import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/core/errors";
import { analyzeProsody, SAMPLE_RATE_HZ } from "@/lib/intelligence/voice";
import {
  ebml,
  opusHead,
  SILENT_120_MS,
  webmBlock,
  writeOgg,
  writeWebm,
} from "@/test/support/opus-containers";
import { randomOf, sine } from "@/test/support/signals";
import { encodeWav } from "@/test/support/wav";
import { decodeAudio } from "./decode-audio";

/** 1 s at 150 Hz, 0.8 s of silence, 1 s at 300 Hz. */
const fixture = (name: string) => readFileSync(new URL(`./audio/fixtures/${name}`, import.meta.url));
const FIXTURES = ["two-tones.ogg", "two-tones-stereo.webm", "two-tones-live.webm"];
const HOURS = 2 * 3600;
const refusalOf = (bytes: Uint8Array) =>
  decodeAudio(bytes).then(
    () => undefined,
    (error: AppError) => error,
  );
const refuses = async (bytes: Uint8Array, code: string, message: RegExp) =>
  expect(await refusalOf(bytes)).toMatchObject({ code, message: expect.stringMatching(message) });
const silent = (seconds: number) => new Array<Uint8Array>(Math.round(seconds / 0.12)).fill(SILENT_120_MS);

describe("recordings that are taken", () => {
  it.each(FIXTURES)("%s has its tones and its pause", async (name) => {
    const samples = await decodeAudio(fixture(name));
    expect(Math.abs(samples.length / SAMPLE_RATE_HZ - 2.8)).toBeLessThan(0.03);
    const { prosody, contours } = analyzeProsody(samples);
    expect(contours.pitchHz[50]! / 150).toBeCloseTo(1, 2);
    expect(contours.pitchHz[230]! / 300).toBeCloseTo(1, 2);
    expect(Math.abs(prosody.longestPauseSeconds - 0.8)).toBeLessThan(0.06);
  });

  it("WAV comes to 16 kHz whatever its rate", async () => {
    const samples = await decodeAudio(encodeWav(sine(440, 1, 0.5, 44_100), { sampleRateHz: 44_100 }));
    expect(samples).toHaveLength(SAMPLE_RATE_HZ);
    expect(Math.max(...samples)).toBeCloseTo(0.5, 1);
  });

  it.each(FIXTURES)("%s cut off anywhere gives what is there, or says that it is damaged", async (name) => {
    const whole = fixture(name);
    const full = (await decodeAudio(whole)).length;
    let longest = 0;
    for (let share = 1; share < 20; share++) {
      const cut = whole.subarray(0, Math.floor((whole.length * share) / 20));
      const part = await decodeAudio(cut).catch((error: AppError) => error);
      if (part instanceof Float32Array) longest = Math.max(longest, part.length);
      else expect(part.code).toBe("invalid_input");
    }
    expect(longest).toBeGreaterThan(name.endsWith("ogg") ? 0 : full / 2);
    expect(longest).toBeLessThan(full);
  });

  it.each(["xiph", "ebml", "fixed"] as const)("frames laced the %s way are all heard", async (lacing) => {
    const block = webmBlock([SILENT_120_MS, SILENT_120_MS, SILENT_120_MS], { lacing });
    const samples = await decodeAudio(writeWebm([block, block]));
    expect(samples.length / SAMPLE_RATE_HZ).toBeCloseTo(6 * 0.12 - 312 / 48_000, 3);
  });

  it("exactly ten minutes pass", async () => {
    const samples = await decodeAudio(writeOgg(silent(600)));
    expect(samples.length / SAMPLE_RATE_HZ).toBeCloseTo(600, 1);
  });

  it("a recording cut out of a longer one may begin at any position", async () => {
    const middle = writeOgg(silent(60), { granuleOf: (count) => HOURS * 48_000 + count * 5_760 });
    expect((await decodeAudio(middle)).length / SAMPLE_RATE_HZ).toBeCloseTo(60, 0);
  });
});

describe("recordings that are too long", () => {
  it.each([
    ["a WAV header", encodeWav(sine(440, 0.1), { claimedDataBytes: HOURS * 32_000 })],
    [
      "Ogg's position",
      writeOgg(silent(48), { granuleOf: (count) => (count > 200 ? HOURS * 48_000 : count * 5_760) }),
    ],
    ["WebM's duration", writeWebm([webmBlock([SILENT_120_MS])], { claimedDuration: HOURS * 1_000 })],
  ])("%s that claims two hours is refused", async (_, bytes) => {
    expect(bytes.length).toBeLessThan(6_000);
    await refuses(bytes, "payload_too_large", /120 minutes.*at most 10/);
  });

  it("two hours of silence in little more than 100 kB are refused before they are decoded", async () => {
    const ogg = writeOgg(silent(HOURS), { granuleOf: () => -1 });
    expect(ogg.length).toBeLessThan(200_000);
    const webm = writeWebm(silent(HOURS).map((packet) => webmBlock([packet])));
    const before = process.cpuUsage();
    await refuses(ogg, "payload_too_large", /at most 10/);
    await refuses(webm, "payload_too_large", /at most 10/);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(1);
  });

  it("more than 20 MiB are refused unread", async () => {
    await refuses(new Uint8Array(20 * 1024 * 1024 + 1), "payload_too_large", /20 MiB/);
  });
});

describe("what is no recording that is known", () => {
  it.each([
    ["MP3", Buffer.from("ID3\x04\0\0\0\0\0\0"), /MP3/],
    ["MP3 without tags", Buffer.from([0xff, 0xfb, 0x90, 0x64, 0, 0]), /MP3/],
    ["MP4", Buffer.from("\0\0\0\x20ftypM4A \0\0\0\0", "latin1"), /MP4/],
    ["AAC", Buffer.from([0xff, 0xf1, 0x50, 0x80]), /AAC/],
    ["FLAC", Buffer.from("fLaC\0\0\0\x22"), /FLAC/],
    ["a film", writeWebm([], { codec: "V_VP9" }), /without sound/],
    ["Vorbis in WebM", writeWebm([webmBlock([SILENT_120_MS])], { codec: "A_VORBIS" }), /VORBIS in WebM/],
    ["Vorbis in OGG", fixture("vorbis.ogg"), /Vorbis in OGG/],
    ["another EBML file", writeWebm([], { docType: "notes" }), /no WebM/],
    ["six channels", writeOgg(silent(1), { head: opusHead({ channels: 6 }) }), /6 channels/],
    ["JSON", Buffer.from('{"audio": null}'), /text/],
    ["random bytes", Buffer.from([7, 1, 200, 3, 9]), /no recording/],
  ])("%s is named, with what to send instead", async (_, bytes, message) => {
    await refuses(bytes, "unsupported_media_type", message);
    expect((await refusalOf(bytes))!.message).toMatch(/Send WAV, or Opus in OGG or WebM/);
  });

  it.each([
    ["nothing", new Uint8Array(), /empty/],
    ["an OGG of headers alone", writeOgg([]), /no sound/],
    ["an OGG page that has changed", fixture("two-tones.ogg").fill(9, 3_000, 3_001), /has changed/],
    [
      "a WebM without its Opus header",
      writeWebm([webmBlock([SILENT_120_MS])], { head: null }),
      /header is missing/,
    ],
    ["a WebM without blocks", writeWebm([]), /no sound/],
    ["a WebM of its first bytes", fixture("two-tones-live.webm").subarray(0, 4), /names no track/],
    [
      "a block that lies about its frames",
      writeWebm([webmBlock([SILENT_120_MS, new Uint8Array(1)], { lacing: "fixed" })]),
      /block/,
    ],
    ["packets that are no Opus", writeOgg(new Array(60).fill(new Uint8Array([0x03]))), /not Opus/],
  ])("%s is damaged", async (_, bytes, message) => {
    await refuses(bytes, "invalid_input", message);
  });

  it("sizes that lie do not lead beyond the file", async () => {
    const body = writeWebm([webmBlock([SILENT_120_MS])]);
    for (const size of [0, 1, 2 ** 31, 2 ** 52]) {
      const samples = await decodeAudio(
        Buffer.concat([body, ebml(0xa3, webmBlock([SILENT_120_MS]), size)]),
      ).catch((error: unknown) => error);
      if (!(samples instanceof Float32Array)) expect(samples).toBeInstanceOf(AppError);
    }
  });
});

describe("random damage", () => {
  const inputs = [
    ...FIXTURES.map(fixture),
    encodeWav(sine(200, 0.3)),
    writeWebm([webmBlock([SILENT_120_MS])]),
  ];

  it("ends in samples or in an error of ours, hundreds of times", async () => {
    const random = randomOf(20);
    const codes = new Map<string, number>();
    for (let round = 0; round < 400; round++) {
      const bytes = Uint8Array.from(inputs[round % inputs.length]!);
      // Mostly near the beginning, where the structure is.
      const reach = round % 3 === 0 ? bytes.length : Math.min(400, bytes.length);
      for (let i = 0; i <= random() * 8; i++)
        bytes[Math.floor(random() * reach)] = Math.floor(random() * 256);
      const result = await decodeAudio(bytes).catch((error: unknown) => error);
      if (result instanceof Float32Array) expect(result.every(Number.isFinite)).toBe(true);
      else expect(result).toBeInstanceOf(AppError);
      const code = result instanceof AppError ? result.code : "decoded";
      codes.set(code, (codes.get(code) ?? 0) + 1);
    }
    expect([...codes.keys()]).toEqual(expect.arrayContaining(["decoded", "invalid_input"]));
  });

  it("noise behind a container's first bytes never decodes", async () => {
    const random = randomOf(4);
    for (const magic of ["OggS\0", "\x1a\x45\xdf\xa3", "RIFF\0\0\0\0WAVE"]) {
      for (let round = 0; round < 40; round++) {
        const rest = Uint8Array.from({ length: 300 }, () => Math.floor(random() * 256));
        const error = await refusalOf(Buffer.concat([Buffer.from(magic, "latin1"), rest]));
        expect(error).toBeInstanceOf(AppError);
      }
    }
  });
});
