import { AppError } from "@/lib/core/errors";
import { maskText } from "./mask-text";
import type { TextUnit } from "./segment-words";

/** Probability of the explained class for each text, in order. */
export type Predict = (texts: string[]) => Promise<number[]>;

/** Which units stay: 1 stays, 0 is removed. */
export type Mask = Uint8Array;

/** The classifier as a function of which units stay; values in the order of the masks. */
export type Game = (masks: readonly Mask[]) => Promise<Float64Array>;

/** Texts in one call of the classifier. */
const BATCH = 64;

/** The game over one text: asks in batches, and for the same text only once. */
export function createRemovalGame(
  text: string,
  units: readonly TextUnit[],
  predict: Predict,
): { play: Game; evaluations: () => number } {
  const known = new Map<string, number>();
  const play: Game = async (masks) => {
    const texts = masks.map((mask) => maskText(text, units, mask));
    const unknown = [...new Set(texts)].filter((masked) => !known.has(masked));
    for (let start = 0; start < unknown.length; start += BATCH) {
      const batch = unknown.slice(start, start + BATCH);
      const values = await predict(batch);
      requireAnswers(batch, values);
      batch.forEach((masked, i) => {
        known.set(masked, values[i]!);
      });
    }
    return Float64Array.from(texts, (masked) => known.get(masked)!);
  };
  return { play, evaluations: () => known.size };
}

function requireAnswers(texts: readonly string[], values: readonly number[]): void {
  if (values.length === texts.length && values.every(Number.isFinite)) return;
  throw new AppError(
    "internal",
    `The classifier must give one finite number for each of ${texts.length} texts, and gave ` +
      `${values.length} values. Check its answer.`,
  );
}
