import { describe, expect, it } from "vitest";
import { add, glide, join, noise, silence, sine, syllables, tone } from "@/test/support/signals";
import { analyzeProsody } from "./analyze-prosody";

describe("pauses", () => {
  it.each([0.3, 0.5, 1.2, 2.5])("a pause of %s s between two sounds is measured within 40 ms", (pause) => {
    const { prosody } = analyzeProsody(join(tone(140, 1), silence(pause), tone(140, 1)));
    expect(Math.abs(prosody.longestPauseSeconds - pause)).toBeLessThanOrEqual(0.04);
    expect(Math.abs(prosody.pauseRatio - pause / (2 + pause))).toBeLessThanOrEqual(0.03);
  });

  it("a gap inside a word is none, and silence at the ends counts", () => {
    expect(analyzeProsody(join(tone(140, 1), silence(0.12), tone(140, 1))).prosody.pauseRatio).toBe(0);
    const { prosody } = analyzeProsody(join(silence(1), tone(140, 1), silence(2)));
    expect(prosody.longestPauseSeconds).toBeCloseTo(2, 1);
    expect(prosody.pauseRatio).toBeCloseTo(0.75, 1);
  });

  it("is found under noise, steady or rising halfway", () => {
    const speech = join(tone(140, 1.5), silence(1), tone(140, 1.5), silence(1), tone(140, 1));
    const rising = noise(6, 0.02).map((value, i) => value * (i > 48_000 ? 3 : 1));
    for (const background of [noise(6, 0.03), rising]) {
      const { prosody } = analyzeProsody(add(speech, background));
      expect(Math.abs(prosody.pauseRatio - 2 / 6)).toBeLessThan(0.04);
      expect(Math.abs(prosody.longestPauseSeconds - 1)).toBeLessThan(0.08);
    }
  });
});

describe("speech rate", () => {
  it.each([2, 3, 4, 5, 6])("%s syllables a second are counted", (perSecond) => {
    expect(analyzeProsody(syllables(perSecond, 5)).prosody.speechRate).toBeCloseTo(perSecond, 0);
  });

  it("counts pauses into the time, and clicks not as syllables", () => {
    const paused = join(syllables(4, 2), silence(2), syllables(4, 2));
    expect(analyzeProsody(paused).prosody.speechRate).toBeCloseTo(16 / 6, 0);
    const clicks = silence(3).map((_, i) => (i % 4000 < 40 ? 0.5 : 0));
    expect(analyzeProsody(clicks).prosody.speechRate).toBe(0);
  });
});

describe("pitch and level", () => {
  it("gives mean and deviation of the pitch in hertz", () => {
    const steady = analyzeProsody(tone(200, 1)).prosody;
    expect(steady.pitchMeanHz).toBeCloseTo(200, 0);
    expect(steady.pitchSdHz).toBeLessThan(1);
    // Equal parts at 100 and 200 Hz: mean 150, deviation 50.
    const two = analyzeProsody(join(tone(100, 1), silence(0.5), tone(200, 1))).prosody;
    expect(two.pitchMeanHz! / 150).toBeCloseTo(1, 1);
    expect(two.pitchSdHz! / 50).toBeCloseTo(1, 1);
  });

  it("gives the level of the speech alone, in decibels below full scale", () => {
    expect(analyzeProsody(sine(200, 1, 0.5)).prosody.energyDb).toBeCloseTo(-9.03, 0);
    expect(analyzeProsody(join(sine(200, 2, 0.5), silence(4))).prosody.energyDb).toBeCloseTo(-9.03, 0);
  });

  it("is not misled by an offset of the microphone", () => {
    const { prosody } = analyzeProsody(
      join(tone(140, 1), silence(1), tone(140, 1)).map((value) => value + 0.3),
    );
    expect(prosody.longestPauseSeconds).toBeCloseTo(1, 1);
    expect(prosody.pitchMeanHz).toBeCloseTo(140, 0);
  });
});

describe("recordings without a voice", () => {
  it.each([
    ["silence", silence(2)],
    ["white noise", noise(2, 0.3)],
    ["the noise of the last bit", noise(2, 1 / 32_768)],
    ["one sample", new Float32Array(1)],
  ])("%s is one long pause without pitch or arousal", (_, samples) => {
    const analysis = analyzeProsody(samples);
    expect(analysis).toMatchObject({ arousal: 0, spectrum: null });
    expect(analysis.prosody).toMatchObject({
      pitchMeanHz: null,
      pitchSdHz: null,
      pauseRatio: 1,
      speechRate: 0,
    });
    expect(analysis.prosody.longestPauseSeconds).toBeCloseTo(analysis.durationSeconds, 1);
    expect(analysis.prosody.energyDb).toBeGreaterThanOrEqual(-100);
  });

  it("nothing at all has no pause either", () => {
    expect(analyzeProsody(new Float32Array())).toMatchObject({
      durationSeconds: 0,
      prosody: { pauseRatio: 0 },
    });
  });
});

describe("arousal", () => {
  /** Louder partials above 1 kHz, as a raised voice has: harmonics that fall by some 4 dB an octave. */
  const pressed = (hz: number) =>
    Array.from({ length: 40 }, (_, k) => (k + 1) * hz)
      .filter((partial) => partial < 7_500)
      .map((partial) => sine(partial, 2, 0.1 * (hz / partial) ** 0.6))
      .reduce(add);

  it("rises with pitch and with energy above 1 kHz", () => {
    const calm = analyzeProsody(tone(120, 2)).arousal;
    expect(analyzeProsody(tone(240, 2)).arousal).toBeGreaterThan(calm);
    expect(analyzeProsody(pressed(120)).arousal).toBeGreaterThan(calm + 0.1);
    expect(analyzeProsody(pressed(240)).arousal).toBeGreaterThan(analyzeProsody(pressed(120)).arousal);
  });

  it("does not depend on how loud the recording is", () => {
    const voice = join(glide(120, 260, 1.5), silence(0.4), pressed(200));
    const loud = analyzeProsody(voice).arousal;
    for (const gain of [0.3, 0.03, 0.01])
      expect(analyzeProsody(voice.map((value) => value * gain)).arousal).toBeCloseTo(loud, 2);
  });

  it("stays within 0 and 1 for a clipped, shrill voice", () => {
    const { arousal } = analyzeProsody(pressed(550).map((value) => Math.sign(value)));
    expect(arousal).toBeGreaterThan(0.5);
    expect(arousal).toBeLessThanOrEqual(1);
  });
});

it("contours have a value each 10 ms", () => {
  const { contours } = analyzeProsody(join(tone(140, 1), silence(1)));
  expect(contours.hopSeconds).toBe(0.01);
  for (const values of [contours.pitchHz, contours.levelDb, contours.isSpeech])
    expect(values).toHaveLength(200);
  expect(contours.pitchHz[50]).toBeCloseTo(140, 0);
  expect([contours.isSpeech[50], contours.isSpeech[150]]).toEqual([1, 0]);
});
