/** Prints, as JSON, how fast this process understands texts. Run by speed.ts on chosen cores. */

import { loadTextModel } from "../../lib/platform/models/text-model";
import { understandText, understandTexts } from "../../lib/platform/models/understand-text";
import { percentile } from "../measure";
import { readHeldOut } from "./data";

export interface SpeedFigures {
  loadMs: number;
  utteranceP50Ms: number;
  utteranceP95Ms: number;
  utterancesPerSecond: number;
  /** The encoder's matrix products alone, in float32 of plain TypeScript, of a text of 12 tokens. */
  productsMs: number;
}

const began = performance.now();
await loadTextModel();
const loadMs = performance.now() - began;
const texts = readHeldOut().map(({ text }) => text);
const short = texts.filter((text) => text.length <= 60);
// The last ones: outputs of the latest texts are remembered, and none of those that are timed is to be.
for (const text of short.slice(-50)) await understandText(text);

const times: number[] = [];
for (const text of short) {
  const start = performance.now();
  await understandText(text);
  times.push(performance.now() - start);
}
const start = performance.now();
const rounds = 3;
for (let round = 0; round < rounds; round += 1) await understandTexts(texts);
const seconds = (performance.now() - start) / 1_000;
const figures: SpeedFigures = {
  loadMs,
  utteranceP50Ms: percentile(times, 0.5),
  utteranceP95Ms: percentile(times, 0.95),
  utterancesPerSecond: (rounds * texts.length) / seconds,
  productsMs: measureProducts(),
};
console.log(JSON.stringify(figures));
process.exit(0);

function measureProducts(): number {
  const tokens = 12;
  const [hidden, inner, layers] = [384, 1536, 6];
  const shapes = [...Array(4).fill([hidden, hidden]), [hidden, inner], [inner, hidden]] as [number, number][];
  const x = new Float32Array(tokens * inner).fill(0.5);
  const weights = shapes.map(([from, to]) => new Float32Array(from * to).fill(0.01));
  const started = performance.now();
  for (let layer = 0; layer < layers; layer += 1) {
    for (const [i, [from, to]] of shapes.entries()) {
      for (let row = 0; row < tokens; row += 1) {
        for (let column = 0; column < to; column += 1) {
          let sum = 0;
          for (let k = 0; k < from; k += 1) sum += x[row * from + k]! * weights[i]![column * from + k]!;
          if (sum === Number.POSITIVE_INFINITY) throw new Error("unreachable");
        }
      }
    }
  }
  return performance.now() - started;
}
