import { monitorEventLoopDelay } from "node:perf_hooks";
import { afterAll, describe, expect, it, vi } from "vitest";
import { AppError } from "@/lib/core/errors";
import { analyzeProsody } from "@/lib/intelligence/voice";
import { join, silence, syllables } from "@/test/support/signals";
import { encodeWav } from "@/test/support/wav";
import { analyzeRecording } from "./analyze-recording";

// A thread starts with the first recording, slowly on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const globalStore = globalThis as { zhangguiRecordings?: { stop(): Promise<void> } };
afterAll(() => globalStore.zhangguiRecordings?.stop());
const toFile = (samples: Float32Array) => new Uint8Array(encodeWav(samples, { coding: "float" }));

describe("analysing in a thread", () => {
  it("gives what the analysis gives in place, with the samples", async () => {
    const samples = join(syllables(4, 2), silence(0.7), syllables(4, 1));
    const recording = await analyzeRecording(toFile(samples));
    expect(recording).toEqual({ samples, analysis: analyzeProsody(samples) });
  });

  it("hands errors on with their code", async () => {
    const error = await analyzeRecording(new Uint8Array([1, 2, 3])).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({
      code: "unsupported_media_type",
      message: expect.stringMatching(/Send WAV/),
    });
  });

  it("leaves this process free while a minute is analysed", async () => {
    const bytes = new Uint8Array(encodeWav(syllables(4, 60)));
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const { analysis } = await analyzeRecording(bytes);
    delay.disable();
    expect(analysis.durationSeconds).toBe(60);
    expect(delay.percentile(99) / 1e6).toBeLessThan(150);
  });

  it("refuses when too many wait, and takes the next when they are done", async () => {
    const file = toFile(syllables(4, 5));
    const waiting = Array.from({ length: 6 }, () => analyzeRecording(file.slice()));
    await expect(analyzeRecording(file.slice())).rejects.toMatchObject({
      code: "unavailable",
      retryAfterSeconds: expect.any(Number),
    });
    expect(await Promise.all(waiting)).toHaveLength(6);
    expect(await analyzeRecording(file.slice())).toBeDefined();
  });

  it("answers who waited when the thread ends, and starts another", async () => {
    const file = toFile(syllables(4, 5));
    const lost = analyzeRecording(file.slice()).catch((error: unknown) => error);
    await globalStore.zhangguiRecordings!.stop();
    expect(await lost).toMatchObject({ code: "unavailable" });
    expect((await analyzeRecording(file.slice())).analysis.durationSeconds).toBe(5);
  });
});
