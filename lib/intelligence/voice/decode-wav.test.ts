import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/core/errors";
import { randomOf, sine } from "@/test/support/signals";
import { encodeWav, type WavOptions } from "@/test/support/wav";
import { decodeWav } from "./decode-wav";

const samples = sine(440, 0.2, 0.8);
const worst = (a: Float32Array, b: Float32Array) => Math.max(...a.map((value, i) => Math.abs(value - b[i]!)));
const refusal = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    return error as AppError;
  }
  return undefined;
};

describe("the samples of a WAV file", () => {
  const codings: [string, WavOptions, number][] = [
    ["8 bits", { bits: 8 }, 1 / 128],
    ["16 bits", { bits: 16 }, 1 / 32_768],
    ["24 bits", { bits: 24 }, 1e-6],
    ["32 bits", { bits: 32 }, 1e-7],
    ["floating point of 32 bits", { coding: "float" }, 0],
    ["floating point of 64 bits", { coding: "float", bits: 64 }, 1e-7],
    ["mu-law", { coding: "muLaw" }, 0.02],
    ["A-law", { coding: "aLaw" }, 0.02],
    ["the extensible format", { isExtensible: true, bits: 24 }, 1e-6],
    ["extensible floating point", { isExtensible: true, coding: "float" }, 0],
  ];
  it.each(codings)("are read from %s", (_, options, tolerance) => {
    const decoded = decodeWav(encodeWav(samples, options));
    expect(decoded.sampleRateHz).toBe(16_000);
    expect(decoded.samples).toHaveLength(samples.length);
    expect(worst(decoded.samples, samples)).toBeLessThanOrEqual(tolerance);
  });

  it.each([8, 16, 24, 32] as const)("reach full scale on both sides in %s bits", (bits) => {
    const { samples: decoded } = decodeWav(encodeWav([-1, 0, 1], { bits }));
    expect([decoded[0], decoded[1]]).toEqual([-1, 0]);
    expect(decoded[2]).toBeCloseTo(1, bits === 8 ? 1 : 3);
  });

  it("are averaged over the channels", () => {
    const stereo = encodeWav([0.5, -0.5, 0.25, 0.75, 1, 0], {
      channels: 2,
      coding: "float",
      sampleRateHz: 48_000,
    });
    expect(decodeWav(stereo)).toEqual({ samples: new Float32Array([0, 0.5, 0.5]), sampleRateHz: 48_000 });
  });

  it("are never more than full scale, and silence where they are no numbers", () => {
    const wild = encodeWav([Number.NaN, Number.POSITIVE_INFINITY, -1e30, 0.5], { coding: "float" });
    expect([...decodeWav(wild).samples]).toEqual([0, 1, -1, 0.5]);
  });

  it("are found behind other chunks, also where an odd one is not padded", () => {
    const chunks = [
      { id: "LIST", bytes: new Uint8Array(26) },
      { id: "bext", bytes: new Uint8Array(7).fill(65) },
    ];
    const padded = encodeWav(samples, { chunks });
    expect(decodeWav(padded).samples).toHaveLength(samples.length);
    const pad = padded.length - samples.length * 2 - 9;
    const unpadded = Buffer.concat([padded.subarray(0, pad), padded.subarray(pad + 1)]);
    expect(decodeWav(unpadded).samples).toHaveLength(samples.length);
  });

  it("end with the file where the length was left open or the file cut off", () => {
    for (const claimedDataBytes of [0, 0xffffffff, 0xffffffff - 36, 0x7fffffff, 0x80000000])
      expect(decodeWav(encodeWav(samples, { claimedDataBytes }), 600).samples).toHaveLength(samples.length);
    const cut = encodeWav(samples).subarray(0, 44 + 1001);
    expect(decodeWav(cut).samples).toHaveLength(500);
  });
});

describe("a WAV file that cannot be taken", () => {
  const good = encodeWav(samples);
  it("is refused with its cause and a remedy", () => {
    const cases: [string, Uint8Array, RegExp][] = [
      ["no RIFF", new TextEncoder().encode("a letter, not a sound"), /does not begin/],
      ["only its beginning", good.subarray(0, 12), /no format chunk/],
      ["no samples", good.subarray(0, 36), /ends before its samples/],
      ["empty samples", encodeWav([]), /holds no sound/],
      [
        "samples before the format",
        Buffer.concat([good.subarray(0, 12), good.subarray(36)]),
        /format does not stand/,
      ],
      ["a rate of 0", encodeWav(samples, { sampleRateHz: 0 }), /0 samples a second/],
      ["no channels", good.map((byte, i) => (i === 22 ? 0 : byte)), /0 channels/],
    ];
    for (const [name, bytes, message] of cases) {
      const error = refusal(() => decodeWav(bytes));
      expect(error, name).toBeInstanceOf(AppError);
      expect(error, name).toMatchObject({ code: "invalid_input", message: expect.stringMatching(message) });
      expect(error!.message, name).toMatch(/[Ss]end|Record/);
    }
  });

  it("in another coding is not supported", () => {
    const adpcm = good.map((byte, i) => (i === 20 ? 2 : byte));
    expect(refusal(() => decodeWav(adpcm))).toMatchObject({ code: "unsupported_media_type" });
  });

  it("longer than asked for is refused by what it claims, however small it is", () => {
    const twoHours = 2 * 3600 * 16_000 * 2;
    const claiming = encodeWav(samples, { claimedDataBytes: twoHours });
    expect(claiming.length).toBeLessThan(10_000);
    const error = refusal(() => decodeWav(claiming, 600));
    expect(error).toMatchObject({
      code: "payload_too_large",
      message: expect.stringMatching(/120 minutes.*10/),
    });
    expect(decodeWav(encodeWav(samples), 0.2).samples).toHaveLength(samples.length);
    expect(refusal(() => decodeWav(encodeWav(samples), 0.19))?.code).toBe("payload_too_large");
  });

  it("is an error of ours whatever its bytes are", () => {
    const random = randomOf(11);
    let refused = 0;
    for (let round = 0; round < 500; round++) {
      const bytes = encodeWav(samples.subarray(0, 100), { isExtensible: round % 2 === 0 });
      for (let i = 0; i < 1 + (round % 6); i++) bytes[Math.floor(random() * 80)] = Math.floor(random() * 256);
      const cut = bytes.subarray(0, round % 3 ? bytes.length : Math.floor(random() * bytes.length));
      const error = refusal(() => {
        for (const value of decodeWav(cut, 600).samples)
          if (!(Math.abs(value) <= 1)) throw new RangeError(`${value}`);
      });
      if (!error) continue;
      expect(error).toBeInstanceOf(AppError);
      refused++;
    }
    expect(refused).toBeGreaterThan(100);
  });
});
