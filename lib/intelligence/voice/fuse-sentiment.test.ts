import { describe, expect, it } from "vitest";
import { fuseSentiment } from "./fuse-sentiment";

describe("without words", () => {
  it("only strong arousal is negative", () => {
    for (const arousal of [0, 0.3, 0.5, 0.6])
      expect(fuseSentiment(null, arousal)).toEqual({
        label: "neutral",
        score: 0,
        from: { text: null, voice: 0 },
      });
    expect(fuseSentiment(null, 0.7).label).toBe("neutral");
    const strong = fuseSentiment(null, 0.95);
    expect(strong).toMatchObject({ label: "negative", from: { text: null, voice: strong.score } });
    expect(strong.score).toBeGreaterThanOrEqual(-0.6);
  });
});

describe("with words", () => {
  it("a calm voice leaves them as they are", () => {
    for (const text of [
      { label: "positive", score: 0.8 },
      { label: "neutral", score: -0.1 },
      { label: "negative", score: -0.4 },
    ] as const)
      expect(fuseSentiment(text, 0.2)).toEqual({ ...text, from: { text: text.score, voice: 0 } });
  });

  it("an aroused voice strengthens what is negative, the more the stronger, and never beyond −1", () => {
    const scores = [0.5, 0.7, 0.85, 1].map(
      (arousal) => fuseSentiment({ label: "negative", score: -0.5 }, arousal).score,
    );
    expect(scores[0]).toBe(-0.5);
    for (let i = 1; i < scores.length; i++) expect(scores[i]).toBeLessThan(scores[i - 1]!);
    expect(fuseSentiment({ label: "negative", score: -1 }, 1).score).toBe(-1);
    expect(fuseSentiment({ label: "negative", score: -0.95 }, 1).score).toBeGreaterThanOrEqual(-1);
  });

  it("an aroused voice turns a neutral text only if strong, and a positive one never", () => {
    expect(fuseSentiment({ label: "neutral", score: 0 }, 0.75).label).toBe("neutral");
    expect(fuseSentiment({ label: "neutral", score: -0.1 }, 1).label).toBe("negative");
    expect(fuseSentiment({ label: "positive", score: 0.9 }, 1)).toMatchObject({
      label: "positive",
      score: 0.9,
    });
  });
});
