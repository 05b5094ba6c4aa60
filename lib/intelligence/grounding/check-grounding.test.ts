import { describe, expect, it } from "vitest";
import type { GroundingCase } from "./cases/case";
import { ENGLISH_CASES } from "./cases/en";
import { SPANISH_CASES } from "./cases/es";
import { UNSEEN_CASES } from "./cases/unseen";
import { CHINESE_CASES } from "./cases/zh";
import { checkGrounding } from "./check-grounding";
import type { TextLanguage } from "./text-language";

const SETS: [TextLanguage, GroundingCase[]][] = [
  ["en", ENGLISH_CASES],
  ["es", SPANISH_CASES],
  ["zh", CHINESE_CASES],
];

function judge(language: TextLanguage, cases: readonly GroundingCase[], which: "faithful" | "unfaithful") {
  return cases.flatMap(({ template, [which]: answers }) =>
    answers.map((answer) => ({ answer, verdict: checkGrounding(answer, { template, language }) })),
  );
}

describe("rewordings of the bot's answers", () => {
  it("are enough to say something", () => {
    const count = SETS.flatMap(([language, cases]) => [
      ...judge(language, cases, "faithful"),
      ...judge(language, cases, "unfaithful"),
    ]).length;
    expect(count).toBeGreaterThanOrEqual(120);
  });

  it.each(SETS)("with one thing changed are all refused (%s)", (language, cases) => {
    const passed = judge(language, cases, "unfaithful").filter(({ verdict }) => verdict.isGrounded);
    expect(passed.map(({ answer }) => answer)).toEqual([]);
  });

  it.each(SETS)("that say the same pass, nine of ten at least (%s)", (language, cases) => {
    const judged = judge(language, cases, "faithful");
    const refused = judged.filter(({ verdict }) => !verdict.isGrounded);
    expect(1 - refused.length / judged.length, JSON.stringify(refused, null, 1)).toBeGreaterThanOrEqual(0.9);
  });
});

describe("rewordings that the rules were not made with", () => {
  const judged = (which: "faithful" | "unfaithful") =>
    UNSEEN_CASES.flatMap(([language, cases]) => judge(language, cases, which));

  it("are refused where one thing is changed", () => {
    const passed = judged("unfaithful").filter(({ verdict }) => verdict.isGrounded);
    expect(passed.map(({ answer }) => answer)).toEqual([]);
  });

  it("pass, nine of ten at least, where they say the same", () => {
    const all = judged("faithful");
    const refused = all.filter(({ verdict }) => !verdict.isGrounded);
    expect(1 - refused.length / all.length, JSON.stringify(refused, null, 1)).toBeGreaterThanOrEqual(0.9);
  });
});
