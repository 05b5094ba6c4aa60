import type { OpenTask, PastTask } from "./memory";
import type { Answer } from "./task";

/** What a task was about, without how it was found out and what was said meanwhile. */
const KEPT = ["order", "lines", "product"] as const;

/** What is kept of a task that is over, for the person who takes over: how it ended, and about what. */
export function endTask(
  { id, values }: OpenTask,
  answer: Answer,
  ending: "done" | "dropped" | "answered",
): PastTask {
  const { handoff, refusal } = answer;
  return {
    id,
    outcome: handoff ? "person" : refusal ? "refused" : ending,
    ...(refusal ? { because: refusal } : {}),
    values: Object.fromEntries(
      KEPT.flatMap((name) => {
        const held = values[name];
        // An article that answered instead of the product is told by the answer's sources.
        return held && (typeof held.value === "string" || Array.isArray(held.value)) ? [[name, held]] : [];
      }),
    ),
  };
}
