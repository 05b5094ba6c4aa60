type Step =
  | { type: "label"; add: readonly string[]; remove: readonly string[] }
  | { type: "reply" | "note" | "assign" | "snooze" | "take_over" | "hand_back" | "resolve" };

/** They put the conversation away: what opens it again afterwards would undo them. */
const ENDINGS = new Set<Step["type"]>(["snooze", "resolve", "hand_back"]);
/** What may follow an ending without touching it. */
const AFTER_ENDING = new Set<Step["type"]>(["note", "label"]);

/** Steps that could never do what they say, each with the reason. */
export function conflictOfSteps(steps: readonly Step[]): { index: number; message: string }[] {
  const conflicts: { index: number; message: string }[] = [];
  let ending: Step["type"] | null = null;
  for (const [index, step] of steps.entries()) {
    if (step.type === "label" && step.add.length + step.remove.length === 0)
      conflicts.push({ index, message: "Choose a label to add or to remove." });
    if (step.type === "label" && step.add.some((id) => step.remove.includes(id)))
      conflicts.push({ index, message: "A label is added or removed, not both." });
    if (ending && !AFTER_ENDING.has(step.type)) {
      const message =
        "This comes after the conversation has been put away. Move it up, or take one of the two out.";
      conflicts.push({ index, message });
    }
    if (ENDINGS.has(step.type)) ending ??= step.type;
  }
  return conflicts;
}
