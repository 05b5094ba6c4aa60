import { describe, expect, it } from "vitest";
import { add, glide, join, noise, RATE_HZ, silence, sine, tone } from "@/test/support/signals";
import { HOP_SECONDS } from "./frames";
import { trackPitch } from "./track-pitch";

const worstDeviation = (
  track: Float32Array,
  expected: (seconds: number) => number,
  from: number,
  to: number,
) => {
  let worst = 0;
  for (let i = Math.ceil(from / HOP_SECONDS); i < to / HOP_SECONDS; i++)
    worst = Math.max(worst, Math.abs(track[i]! / expected(i * HOP_SECONDS) - 1));
  return worst;
};

describe("the pitch of a steady voice", () => {
  it.each([65, 82.4, 110, 147, 196, 220.5, 301, 431, 587])("%s Hz is found within 1 % in every hop", (hz) => {
    expect(worstDeviation(trackPitch(tone(hz, 1)), () => hz, 0.05, 0.95)).toBeLessThan(0.01);
    expect(worstDeviation(trackPitch(sine(hz, 1)), () => hz, 0.05, 0.95)).toBeLessThan(0.01);
  });

  it("is found without its fundamental, as through a telephone", () => {
    const samples = [3, 4, 5, 6].map((k) => sine(120 * k, 1, 0.1)).reduce(add);
    expect(worstDeviation(trackPitch(samples), () => 120, 0.05, 0.95)).toBeLessThan(0.01);
  });

  it("is found when the recording is clipped", () => {
    const clipped = tone(180, 1, 3).map((value) => Math.max(-1, Math.min(1, value)));
    expect(worstDeviation(trackPitch(clipped), () => 180, 0.05, 0.95)).toBeLessThan(0.01);
  });

  it("is found 10 dB above white noise", () => {
    const track = trackPitch(add(tone(150, 2), noise(2, 0.12)));
    const voiced = track.filter((hz) => hz > 0);
    expect(voiced.length / track.length).toBeGreaterThan(0.9);
    for (const hz of voiced) expect(Math.abs(hz / 150 - 1)).toBeLessThan(0.05);
  });
});

describe("the pitch of a gliding voice", () => {
  it.each([
    [100, 200, 1],
    [300, 150, 1],
    [90, 360, 2],
    [500, 250, 0.5],
  ])("from %s to %s Hz in %s s is followed within 1 %", (from, to, seconds) => {
    const track = trackPitch(glide(from, to, seconds));
    const expected = (at: number) => from * (to / from) ** (at / seconds);
    expect(worstDeviation(track, expected, 0.05, seconds - 0.05)).toBeLessThan(0.01);
  });
});

describe("where there is no voice", () => {
  it("there is no pitch in silence, noise and clicks", () => {
    const clicks = silence(2).map((_, i) => (i % 2400 === 0 ? 0.9 : 0));
    for (const samples of [silence(1), noise(3, 0.3), noise(3, 0.01, 7), clicks])
      expect(trackPitch(samples).every((hz) => hz === 0)).toBe(true);
  });

  it("voicing begins and ends with the tone", () => {
    const track = trackPitch(join(silence(0.5), tone(150, 0.5), silence(0.5)));
    const first = track.findIndex((hz) => hz > 0) * HOP_SECONDS;
    const last = track.findLastIndex((hz) => hz > 0) * HOP_SECONDS;
    expect(Math.abs(first - 0.5)).toBeLessThanOrEqual(0.03);
    expect(Math.abs(last - 1)).toBeLessThanOrEqual(0.03);
  });

  it("an empty and a tiny recording have no pitch either", () => {
    expect(trackPitch(new Float32Array())).toHaveLength(0);
    expect([...trackPitch(new Float32Array(3).fill(0.5))]).toEqual([0]);
    expect(trackPitch(silence(1)).length).toBe(RATE_HZ / 160);
  });
});
