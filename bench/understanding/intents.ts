import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";
import { accuracy, calibrationError, type JudgedAnswer } from "../../lib/intelligence/text";
import { understandTexts } from "../../lib/platform/models/understand-text";
import type { Line } from "../measure";
import { type LabelledText, readDevelopmentSet, readHeldOut } from "./data";
import { outOfScope } from "./measures";

interface Judged extends JudgedAnswer {
  group: string;
}

const LEAST_ACCURACY = 0.95;

/**
 * Intents as a program gets them, on the development set and on the held-out lines, each beside a linear support
 * vector machine on TF-IDF that was trained on the same corpus in the same run.
 */
export async function benchIntents(): Promise<Line[]> {
  const development = readDevelopmentSet();
  const yardstick = await runYardstick();
  const lines: Line[] = [];
  if (!development)
    lines.push({ name: "Intents, development set", skipped: "not there (set ZHANGGUI_DATA)" });
  else lines.push(...(await judgeSet("development", development, yardstick?.development, true)));
  lines.push(...(await judgeSet("held out", readHeldOut(), yardstick?.["held out"], false)));
  return lines;
}

async function judgeSet(
  name: string,
  texts: readonly LabelledText[],
  yardstick: Record<string, number> | undefined,
  isJudged: boolean,
): Promise<Line[]> {
  const answers = await understandTexts(texts.map(({ text }) => text));
  const judged = texts.map(({ label, lang, source }, i): Judged => {
    const { id, confidence } = answers[i]!.intent;
    return { label, predicted: id, confidence, group: source === "jddc" ? "jddc" : lang };
  });
  const groups = [...new Set(judged.map(({ group }) => group))];
  const { recall, refused } = outOfScope(judged);
  const target = <T extends object>(wanted: T) => (isJudged ? wanted : {});
  return [
    ...groups.map((group): Line => {
      const own = judged.filter((answer) => answer.group === group);
      const bound = yardstick?.[group];
      return {
        name: `Intents, ${name}, ${group}: accuracy`,
        value: accuracy(own),
        unit: "",
        ...target({ target: { is: "≥", value: LEAST_ACCURACY } as const }),
        ...(bound ? { bound: { label: "TF-IDF + linear SVM", value: bound } } : {}),
        note: `${own.length} lines`,
      };
    }),
    {
      name: `Intents, ${name}: calibration error`,
      value: calibrationError(judged),
      unit: "",
      ...target({ target: { is: "≤", value: 0.05 } as const }),
    },
    {
      name: `Intents, ${name}: out-of-scope recall`,
      value: recall,
      unit: "",
      ...target({ target: { is: "≥", value: 0.85 } as const }),
    },
    {
      name: `Intents, ${name}: in scope but refused`,
      value: refused,
      unit: "",
      ...target({ target: { is: "≤", value: 0.03 } as const }),
    },
  ];
}

/** Accuracy of the yardstick by set and group; null without Python and scikit-learn. */
async function runYardstick(): Promise<Record<string, Record<string, number>> | null> {
  const own = "training/.venv/bin/python";
  const python = existsSync(own) ? own : "python3";
  try {
    const { stdout } = await promisify(execFile)(python, ["training/yardstick.py"], { maxBuffer: 2 ** 22 });
    return JSON.parse(stdout);
  } catch {
    console.log("No yardstick: training/requirements.txt is not installed in training/.venv.");
    return null;
  }
}
