import { existsSync, readFileSync } from "node:fs";
import type { Line } from "../measure";

interface LearningCurve {
  /** `lines`: of each intent and language. Errors are shares of the set's lines, by language and of all. */
  points: { lines: number; errors: Record<string, Record<string, number>> }[];
  law: { factor: number; exponent: number; linesAtFivePercent: number } | null;
}

/** What `training/learning_curve.py` measured of encoders trained on a part of the corpus; none of them ships. */
const FIGURES = new URL("./learning-curve.json", import.meta.url);

/** How the error falls as the corpus grows: told from the stored figures, for each takes a training. */
export async function benchLearningCurve(): Promise<Line[]> {
  const name = "Learning curve";
  if (!existsSync(FIGURES)) return [{ name, skipped: "not trained yet (training/learning_curve.py)" }];
  const { points, law } = JSON.parse(readFileSync(FIGURES, "utf8")) as LearningCurve;
  const lines: Line[] = points.map(({ lines, errors }) => ({
    name: `${name}: held-out error at ${lines} lines an intent and language`,
    value: errors["held out"]!.all!,
    unit: "",
    note: ["zh", "en", "es"].map((lang) => `${lang} ${errors["held out"]![lang]!.toFixed(3)}`).join(", "),
  }));
  if (law)
    lines.push({
      name: `${name}: lines at which the law through them reaches 5 %`,
      value: law.linesAtFivePercent,
      unit: "",
      note: `error = ${law.factor.toFixed(2)} · lines^-${law.exponent.toFixed(2)}`,
    });
  return lines;
}
