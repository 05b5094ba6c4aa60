import { existsSync, readFileSync } from "node:fs";
import type { Line } from "../measure";

/** What `training/public_sets.py` measured of the same encoder fine-tuned on public sets; none of them ships. */
const FIGURES = new URL("./public-sets.json", import.meta.url);
const LEAST: Record<string, number> = { banking77: 0.93, clinc150: 0.96 };

/** Yardsticks that take a training each: told from the stored figures. */
export async function benchPublicSets(): Promise<Line[]> {
  const figures: Record<string, number> = existsSync(FIGURES)
    ? JSON.parse(readFileSync(FIGURES, "utf8"))
    : {};
  const names = [...new Set([...Object.keys(LEAST), ...Object.keys(figures)])];
  return names.map((set): Line => {
    const name = `Same encoder fine-tuned on ${set}: accuracy`;
    const value = figures[set];
    if (value === undefined) return { name, skipped: "not trained yet (training/public_sets.py)" };
    const least = LEAST[set];
    return { name, value, unit: "", ...(least ? { target: { is: "≥" as const, value: least } } : {}) };
  });
}
