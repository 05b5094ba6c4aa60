import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Line } from "../measure";
import type { SpeedFigures } from "./measure-speed";

const SCRIPT = fileURLToPath(new URL("./measure-speed.ts", import.meta.url));

/** One short utterance on one core, and many at once on two, each in a process of its own that holds only those cores. */
export async function benchSpeed(): Promise<Line[]> {
  const one = await measureOn("0");
  const two = await measureOn("0,1");
  return [
    {
      name: "Text: one short utterance, one core, p50",
      value: one.utteranceP50Ms,
      unit: "ms",
      target: { is: "≤", value: 6 },
      bound: { label: "matrix products of the same shapes", value: one.productsMs },
      note: `p95 ${one.utteranceP95Ms.toFixed(1)} ms`,
    },
    {
      name: "Text: utterances, many at once, two cores, each second",
      value: two.utterancesPerSecond,
      unit: "",
      target: { is: "≥", value: 300 },
    },
    { name: "Text: loading the model", value: two.loadMs, unit: "ms" },
  ];
}

async function measureOn(cores: string): Promise<SpeedFigures> {
  const { stdout } = await promisify(execFile)("taskset", [
    "-c",
    cores,
    process.execPath,
    "--import",
    "tsx",
    SCRIPT,
  ]);
  return JSON.parse(stdout.trim().split("\n").at(-1)!);
}
