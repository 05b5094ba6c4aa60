import { findVariables, VARIABLES } from "@/lib/service/canned-replies/schemas";
import { conflictOfSteps, type MacroStep } from "@/lib/service/macros/schemas";

/** A step under the pen: it keeps its identity while it moves. */
export interface DraftStep {
  key: number;
  step: MacroStep;
}

export type Problem = { kind: "text" | "note" | "label" | "order" } | { kind: "variable"; variable: string };

const DAY_MINUTES = 1_440;

export function newStep(type: MacroStep["type"]): MacroStep {
  switch (type) {
    case "reply":
      return { type, texts: {} };
    case "note":
      return { type, text: "" };
    case "label":
      return { type, add: [], remove: [] };
    case "assign":
      return { type, to: "me" };
    case "snooze":
      return { type, minutes: DAY_MINUTES };
    default:
      return { type };
  }
}

/** Moves a step among the others; at an end nothing moves. */
export function moveStep<Step>(steps: readonly Step[], from: number, step: 1 | -1): Step[] {
  const to = from + step;
  if (to < 0 || to >= steps.length) return [...steps];
  const next = steps.toSpliced(from, 1);
  next.splice(to, 0, steps[from]!);
  return next;
}

/** What the server would refuse, by the step's place, so that it is said where it stands. */
export function problemsOf(steps: readonly MacroStep[]): Map<number, Problem> {
  const problems = new Map<number, Problem>();
  for (const { index } of conflictOfSteps(steps))
    problems.set(index, { kind: steps[index]!.type === "label" ? "label" : "order" });
  for (const [index, step] of steps.entries()) {
    const texts =
      step.type === "reply" ? Object.values(step.texts) : step.type === "note" ? [step.text] : null;
    if (!texts) continue;
    const unknown = texts.flatMap(findVariables).find((name) => !VARIABLES.some((known) => known === name));
    if (unknown) problems.set(index, { kind: "variable", variable: `{{${unknown}}}` });
    else if (texts.every((text) => text.trim() === ""))
      problems.set(index, { kind: step.type === "reply" ? "text" : "note" });
  }
  return problems;
}
