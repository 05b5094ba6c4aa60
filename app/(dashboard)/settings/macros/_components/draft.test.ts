import { describe, expect, it } from "vitest";
import type { MacroStep } from "@/lib/service/macros/schemas";
import { moveStep, newStep, problemsOf } from "./draft";

describe("a macro under the pen", () => {
  it("moves a step by one place, and not beyond an end", () => {
    expect(moveStep(["a", "b", "c"], 0, 1)).toEqual(["b", "a", "c"]);
    expect(moveStep(["a", "b", "c"], 2, -1)).toEqual(["a", "c", "b"]);
    expect(moveStep(["a", "b"], 0, -1)).toEqual(["a", "b"]);
    expect(moveStep(["a", "b"], 1, 1)).toEqual(["a", "b"]);
  });

  it("says at each step what is missing or stands in the wrong place", () => {
    const steps: MacroStep[] = [
      newStep("reply"),
      newStep("note"),
      newStep("label"),
      { type: "note", text: "{{customer.nickname}}" },
      newStep("resolve"),
      newStep("take_over"),
      { type: "note", text: "done, {{agent.name}}" },
    ];
    expect([...problemsOf(steps)].sort(([one], [other]) => one - other)).toEqual([
      [0, { kind: "text" }],
      [1, { kind: "note" }],
      [2, { kind: "label" }],
      [3, { kind: "variable", variable: "{{customer.nickname}}" }],
      [5, { kind: "order" }],
    ]);
  });
});
