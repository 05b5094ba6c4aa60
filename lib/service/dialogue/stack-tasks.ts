import { newId } from "@/lib/core/ids";
import type { Understanding } from "@/lib/platform/models/understand-text";
import type { OpenTask } from "./memory";
import type { Dialogue, Task } from "./task";
import { taskById, taskFor } from "./tasks";
import { trackOrder } from "./tasks/track-order";

const CLAUSE_CONFIDENCE = 0.7;
const SURE_OF_OTHER = 0.8;

export interface Stack {
  /** The last is the one in hand. */
  tasks: OpenTask[];
  /** Those that this message opened or came back to, or whose question it answers; the others wait unheard. */
  heard: ReadonlySet<string>;
}

/**
 * Which tasks are open after a message, and which of them it speaks to. The question that was asked comes first: what
 * answers it is not taken for a new subject. A subject that is open already is taken up again, not begun twice.
 */
export function stackTasks(dialogue: Dialogue): Stack {
  const open = (dialogue.memory.tasks ?? []).filter(({ id }) => taskById(id));
  const current = open.at(-1);
  if (current && answers(dialogue, current)) return { tasks: open, heard: new Set([current.key]) };
  const wanted = wantedTasks(dialogue);
  if (wanted.length === 0) return { tasks: open, heard: new Set() };
  const found = wanted.map((task) => open.find(({ id }) => id === task.id) ?? begin(task));
  const rest = open.filter((task) => !found.includes(task));
  // What was named first is done first: it lies on top.
  return { tasks: [...rest, ...found.reverse()], heard: new Set(found.map(({ key }) => key)) };
}

function begin(task: Task): OpenTask {
  return { id: task.id, key: newId(), values: {} };
}

/** Whether the message has something for the question that the task waits for. */
function answers(dialogue: Dialogue, open: OpenTask): boolean {
  const task = taskById(open.id)!;
  if (open.awaiting === "confirmation") {
    if (dialogue.consent.answer !== null) return true;
  } else if (open.awaiting !== undefined) {
    const slot = task.slots[open.awaiting];
    if (slot?.claims?.(dialogue)) return true;
    if (slot?.hears(dialogue)) return !asksForOther(dialogue, open);
  }
  return Object.entries(open.values).some(([name, held]) => task.slots[name]?.isCorrected?.(dialogue, held));
}

/** "How much is the cup?" names what was offered, and yet is a question of its own. */
function asksForOther({ turn }: Dialogue, open: OpenTask): boolean {
  const { id, confidence } = turn.understanding.intent;
  const other = taskFor(id);
  return other !== undefined && other.id !== open.id && confidence >= SURE_OF_OTHER;
}

/** What the message asks for, in its order. */
function wantedTasks({ turn }: Dialogue): Task[] {
  const several = distinct(
    turn.clauses.map((clause) => (isSure(clause) ? taskOf(clause) : undefined) ?? byNumber(clause)),
  );
  if (several.length > 1) return several;
  const task = taskOf(turn.understanding) ?? several[0] ?? byNumber(turn.understanding);
  return task ? [task] : [];
}

/** A clause has fewer words to be understood by than the whole, so more is asked of it. */
const isSure = ({ intent }: Understanding) => intent.confidence >= CLAUSE_CONFIDENCE;
const taskOf = ({ intent, isConfident }: Understanding) => (isConfident ? taskFor(intent.id) : undefined);
/** An order's number alone asks where the order is. */
const byNumber = ({ entities }: Understanding) =>
  entities.some(({ type }) => type === "order_number") ? trackOrder : undefined;
const distinct = (tasks: readonly (Task | undefined)[]) => [
  ...new Set(tasks.filter((task) => task !== undefined)),
];
