import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { analyzeProsody } from "./analyze-prosody";
import { decodeWav } from "./decode-wav";
import { resample } from "./resample";

const folder = join(process.env.ZHANGGUI_DATA ?? "../shared/data", "speech");
const index = join(folder, "emodb_index.csv");
const isAbsent = !existsSync(index);
if (isAbsent) console.warn(`EMO-DB is not at ${folder}: its test is left out (set ZHANGGUI_DATA).`);

interface Clip {
  emotion: string;
  arousal: number;
  quietArousal: number;
}

function readClips(): Clip[] {
  const [, ...lines] = readFileSync(index, "utf8").trim().split("\n");
  return lines.map((line) => {
    const [file = "", , , , emotion = ""] = line.split(",");
    const { samples, sampleRateHz } = decodeWav(readFileSync(join(folder, "emodb", file)));
    const voice = resample(samples, sampleRateHz);
    const quiet = voice.map((value) => value * 0.05);
    return {
      emotion,
      arousal: analyzeProsody(voice).arousal,
      quietArousal: analyzeProsody(quiet).arousal,
    };
  });
}

/** Probability that a clip of the first kind has the higher value: the area under the ROC curve. */
function auc(above: number[], below: number[]): number {
  const wins = above.flatMap((a): number[] => below.map((b) => (a > b ? 1 : a === b ? 0.5 : 0)));
  return wins.reduce((sum, win) => sum + win, 0) / wins.length;
}

describe.skipIf(isAbsent)("on acted German speech (EMO-DB), measured and never fitted", () => {
  const clips = isAbsent ? [] : readClips();
  const valuesOf = (emotions: string[], key: "arousal" | "quietArousal" = "arousal") =>
    clips.filter(({ emotion }) => emotions.includes(emotion)).map((clip) => clip[key]);

  it("tells anger from neutral speech, AUC at least 0.9, however loud the recording", () => {
    expect(valuesOf(["anger"]).length).toBeGreaterThan(3);
    expect(auc(valuesOf(["anger"]), valuesOf(["neutral"]))).toBeGreaterThanOrEqual(0.9);
    expect(auc(valuesOf(["anger"]), valuesOf(["neutral"], "quietArousal"))).toBeGreaterThanOrEqual(0.9);
    expect(auc(valuesOf(["anger"], "quietArousal"), valuesOf(["neutral"]))).toBeGreaterThanOrEqual(0.9);
  });

  it("tells excited emotions from calm ones, AUC at least 0.85", () => {
    const excited = valuesOf(["anger", "happiness", "fear"]);
    expect(auc(excited, valuesOf(["neutral", "sadness", "boredom"]))).toBeGreaterThanOrEqual(0.85);
  });
});
