import { describe, expect, it } from "vitest";
import { levelOf } from "./level-meter";
import { problemOf } from "./microphone";
import { pickOpusType } from "./recorder";
import { encodeWav } from "./wav";

describe("a WAV file", () => {
  const samples = new Float32Array([0, 0.5, -0.5, 1, -1, 2, -2]);
  const file = encodeWav(samples, 16_000);
  const view = new DataView(file.buffer);

  it("says what is in it", () => {
    const text = (at: number, length: number) => new TextDecoder().decode(file.subarray(at, at + length));
    expect([text(0, 4), text(8, 8), text(36, 4)]).toEqual(["RIFF", "WAVEfmt ", "data"]);
    expect(view.getUint32(4, true)).toBe(file.byteLength - 8);
    const [format, channels] = [view.getUint16(20, true), view.getUint16(22, true)];
    const [rate, bytesPerSecond] = [view.getUint32(24, true), view.getUint32(28, true)];
    expect([format, channels, rate, bytesPerSecond, view.getUint16(34, true)]).toEqual([
      1, 1, 16_000, 32_000, 16,
    ]);
    expect(view.getUint32(40, true)).toBe(samples.length * 2);
  });

  it("holds the samples, and cuts off what is too loud", () => {
    const stored = [...samples].map((_, index) => view.getInt16(44 + index * 2, true));
    expect(stored).toEqual([0, 16_384, -16_383, 32_767, -32_767, 32_767, -32_767]);
  });

  it("can be empty", () => expect(encodeWav(new Float32Array(), 16_000).byteLength).toBe(44));
});

describe("the recorder", () => {
  it("records Opus in WebM, else in Ogg, else no Opus", () => {
    expect(pickOpusType(() => true)).toBe("audio/webm;codecs=opus");
    expect(pickOpusType((type) => type.startsWith("audio/ogg"))).toBe("audio/ogg;codecs=opus");
    expect(pickOpusType((type) => type.startsWith("audio/mp4"))).toBeNull();
  });

  it("tells a refusal from a missing microphone and from a busy one", () => {
    const of = (name: string) => problemOf(new DOMException("", name));
    expect(["NotAllowedError", "SecurityError"].map(of)).toEqual(["refused", "refused"]);
    expect(["NotFoundError", "OverconstrainedError"].map(of)).toEqual(["noDevice", "noDevice"]);
    expect(["NotReadableError", "AbortError"].map(of)).toEqual(["busy", "busy"]);
    expect(problemOf("?")).toBe("busy");
  });

  it("shows silence as nothing, a loud voice as all, and more for louder", () => {
    const tone = (amplitude: number) =>
      Float32Array.from({ length: 2_048 }, (_, index) => amplitude * Math.sin(index / 10));
    expect(levelOf(new Float32Array(2_048))).toBe(0);
    expect(levelOf(new Float32Array())).toBe(0);
    expect(levelOf(tone(1))).toBe(1);
    expect(levelOf(tone(0.02))).toBeGreaterThan(0.3);
    expect(levelOf(tone(0.1))).toBeGreaterThan(levelOf(tone(0.02)));
  });
});
