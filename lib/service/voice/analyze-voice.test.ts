import { describe, expect, it, vi } from "vitest";
import type { Actor, Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { join, silence, syllables } from "@/test/support/signals";
import { encodeWav } from "@/test/support/wav";
import { analyzeVoice } from ".";
import { voiceAnalysisDto } from "./schemas";

// A thread starts with the first recording, slowly on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const as = (actor: Actor): Context => ({
  merchantId: newId(),
  actor,
  requestId: newId(),
  locale: "en",
  now: () => new Date(),
});
const ctx = as({ type: "api_key", id: newId(), name: "key", scopes: ["understanding:use"] });
const voice = encodeWav(join(syllables(4, 2), silence(1), syllables(4, 1)));

/** As a request's body comes in: in pieces. */
async function* inPieces(bytes: Uint8Array, size = 10_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe("analysing a voice", () => {
  it("answers what the contract says", async () => {
    const answer = await analyzeVoice(ctx, { stream: inPieces(voice) });
    expect(voiceAnalysisDto.parse(answer)).toEqual(answer);
    expect(answer).toMatchObject({
      durationSeconds: 4,
      transcript: null,
      sentiment: { from: { text: null } },
    });
    expect(answer.prosody.pitchMeanHz).toBeCloseTo(140, 0);
    expect(answer.prosody.longestPauseSeconds).toBeCloseTo(1, 1);
    expect(answer).not.toHaveProperty("contours");
  });

  it("gives contours where they are asked for, of a length that can be drawn", async () => {
    const minute = encodeWav(syllables(4, 60), { bits: 8 });
    const { contours } = await analyzeVoice(ctx, { stream: inPieces(minute), contours: "true" as never });
    expect(contours!.pitchHz).toHaveLength(contours!.levelDb.length);
    expect(contours!.pitchHz.length).toBeLessThanOrEqual(1_000);
    expect(contours!.stepSeconds * contours!.pitchHz.length).toBeCloseTo(60, 0);
    const voiced = contours!.pitchHz.filter((hz) => hz !== null);
    expect(voiced.length).toBeGreaterThan(500);
    for (const hz of voiced) expect(hz / 140).toBeCloseTo(1, 1);
  });

  it("asks for no words where nobody speaks", async () => {
    const analyzeSentiment = vi.fn();
    const quiet = encodeWav(silence(1));
    vi.stubEnv("ZHANGGUI_WHISPER_DIR", "");
    expect(
      (await analyzeVoice(ctx, { stream: inPieces(quiet) }, { analyzeSentiment })).transcript,
    ).toBeNull();
    vi.stubEnv("ZHANGGUI_WHISPER_DIR", "/a/folder/that/is/not/read/for/silence");
    const answer = await analyzeVoice(ctx, { stream: inPieces(quiet) }, { analyzeSentiment });
    vi.unstubAllEnvs();
    expect(answer).toMatchObject({
      transcript: "",
      arousal: 0,
      prosody: { pitchMeanHz: null, pauseRatio: 1, speechRate: 0 },
      sentiment: { label: "neutral", score: 0 },
    });
    expect(analyzeSentiment).not.toHaveBeenCalled();
  });

  it("needs the permission before anything is read", async () => {
    const next = vi.fn();
    const stream = { [Symbol.asyncIterator]: () => ({ next }) };
    const actors: Actor[] = [
      { type: "user", id: newId(), name: "V", role: "viewer" },
      { type: "api_key", id: newId(), name: "k", scopes: ["orders:read"] },
      { type: "customer", visitorId: newId(), customerId: null },
    ];
    for (const actor of actors)
      await expect(analyzeVoice(as(actor), { stream })).rejects.toMatchObject({ code: "forbidden" });
    expect(next).not.toHaveBeenCalled();
  });
});

describe("a body that cannot be taken", () => {
  async function* endless(): AsyncGenerator<Uint8Array> {
    while (true) yield new Uint8Array(1024 * 1024);
  }

  it("is refused beyond 20 MiB, and not read without end", async () => {
    await expect(analyzeVoice(ctx, { stream: endless() })).rejects.toMatchObject({
      code: "payload_too_large",
    });
    const next = vi.fn();
    const stream = { [Symbol.asyncIterator]: () => ({ next }) };
    const declaredBytes = 1024 ** 3;
    await expect(analyzeVoice(ctx, { stream, declaredBytes })).rejects.toMatchObject({
      code: "payload_too_large",
    });
    expect(next).not.toHaveBeenCalled();
  });

  it("is malformed where it breaks off, and damaged where it is empty", async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield voice.subarray(0, 100);
      throw new Error("connection reset");
    }
    await expect(analyzeVoice(ctx, { stream: broken() })).rejects.toMatchObject({
      code: "malformed_request",
    });
    const empty = inPieces(new Uint8Array());
    await expect(analyzeVoice(ctx, { stream: empty })).rejects.toMatchObject({ code: "invalid_input" });
  });
});
