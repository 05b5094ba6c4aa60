import { newId } from "@/lib/core/ids";
import type { OpenTask } from "./memory";
import { isNoToOther } from "./reading/is-no-to-other";
import type { Dialogue, Task } from "./task";
import { taskById, taskFor } from "./tasks";
import { SURE, wantedTasks } from "./wanted-tasks";

const MAX_OPENING = 500;

export interface Stack {
  /** The last is the one in hand. */
  tasks: OpenTask[];
  /** Those that this message opened or came back to, or whose question it answers; the others wait unheard. */
  heard: ReadonlySet<string>;
  /** The one whose question was asked last and is answered: a yes or no is meant for no other. */
  answered?: string;
}

/**
 * Which tasks are open after a message, and which of them it speaks to. The question that was asked comes first: what
 * answers it is not taken for a new subject. A subject that is open already is taken up again, not begun twice.
 */
export function stackTasks(dialogue: Dialogue): Stack {
  const open = openTasks(dialogue);
  const current = open.at(-1);
  const isGivenUp = current !== undefined && isDroppedForOther(dialogue, current);
  if (current && !isGivenUp && answers(dialogue, current))
    return { tasks: open, heard: new Set([current.key]), answered: current.key };
  const interrupted = open.slice(0, -1).findLast((task) => claims(dialogue, task));
  if (interrupted)
    return {
      tasks: [...withoutIdle(open.filter((task) => task !== interrupted)), interrupted],
      heard: new Set([interrupted.key]),
    };
  const waiting = isGivenUp ? open.slice(0, -1) : open;
  const wanted = wantedTasks(dialogue);
  if (wanted.length === 0) return { tasks: waiting, heard: new Set() };
  // Of a product it is asked anew: "and the blue one?"
  const taken = (id: string) => (isAboutProduct(id) ? undefined : waiting.find((task) => task.id === id));
  const also = current && waiting.includes(current) && alsoHears(dialogue, current) ? [current] : [];
  const found = [...also, ...wanted.map((task) => taken(task.id) ?? begin(task, dialogue))];
  const rest = withoutIdle(
    waiting.filter(
      (task) =>
        !found.includes(task) && !(isAboutProduct(task.id) && wanted.some(({ id }) => id === task.id)),
    ),
  );
  // On top lies what is only told, for it keeps nobody waiting; then what was named first.
  const isTold = ({ id }: OpenTask) => taskById(id)!.change === undefined;
  const inOrder = [...found.filter((task) => !isTold(task)).reverse(), ...found.filter(isTold).reverse()];
  return { tasks: [...rest, ...inOrder], heard: new Set(found.map(({ key }) => key)) };
}

/** "Which product do you mean?" is not asked again of somebody who went on to something else. */
const withoutIdle = (tasks: readonly OpenTask[]) =>
  tasks.filter(({ id, values }) => !isAboutProduct(id) || Object.keys(values).length > 0);

/** What asks about a product changes nothing of an order: let go, it is asked again as easily. */
export const isAboutProduct = (id: string) => "product" in taskById(id)!.slots;

/** Those that wait, as far as the program still knows them. */
export const openTasks = ({ memory }: Dialogue) =>
  (memory.tasks ?? []).filter(({ id, isResumed }) => taskById(id) && !(isResumed && isAboutProduct(id)));

/** Whether the message is what the bot has asked to be told, or corrects what it was told, and is no yes or no. */
export function answersSlot(dialogue: Dialogue): boolean {
  const current = dialogue.memory.tasks?.at(-1);
  if (!current?.awaiting || !taskById(current.id) || !answers(dialogue, current)) return false;
  return current.awaiting !== "confirmation" || corrects(dialogue, current);
}

export function begin(task: Task, { turn }: Dialogue): OpenTask {
  return { id: task.id, key: newId(), values: {}, opening: turn.text.slice(0, MAX_OPENING) };
}

/** Whether the message has something for the question that the task waits for. */
function answers(dialogue: Dialogue, open: OpenTask): boolean {
  const task = taskById(open.id)!;
  if (open.awaiting && dialogue.consent.answer === "wait") return true;
  if (open.awaiting === "confirmation") {
    if (dialogue.consent.answer === "no" && isNoToOther(dialogue.turn.text, open.id)) return false;
    if (dialogue.consent.answer !== null || task.change?.agrees?.(dialogue)) return true;
  } else if (open.awaiting !== undefined) {
    const slot = task.slots[open.awaiting];
    if (claims(dialogue, open)) return true;
    if (slot?.hears(dialogue)) return !asksForOther(dialogue, open);
    if (isBareNo(dialogue)) return true;
  }
  if (asksForOther(dialogue, open)) return false;
  return corrects(dialogue, open);
}

/** Whether the message can be nothing but the answer to what the task asked. */
function claims(dialogue: Dialogue, { id, awaiting = "" }: OpenTask): boolean {
  return taskById(id)!.slots[awaiting]?.claims?.(dialogue) ?? false;
}

/** "ana@example.com, and where is the other order?" gives what was asked for and asks something else. */
const alsoHears = (dialogue: Dialogue, { id, awaiting = "" }: OpenTask) =>
  taskById(id)!.slots[awaiting]?.alsoHears?.(dialogue) ?? false;

/** "No, just tell me what it costs": the no ends what was offered, and the rest is a question of its own. */
function isDroppedForOther(dialogue: Dialogue, open: OpenTask): boolean {
  const { answer, rest } = dialogue.consent;
  const isNo = open.awaiting === "confirmation" && answer === "no" && rest !== "";
  return isNo && asksForOther(dialogue, open) && !corrects(dialogue, open);
}

function corrects(dialogue: Dialogue, { id, values }: OpenTask): boolean {
  const { slots } = taskById(id)!;
  return Object.entries(values).some(([name, held]) => slots[name]?.isCorrected?.(dialogue, held));
}

/** "How much is the cup?" names what was offered, and yet is a question of its own. */
function asksForOther({ turn }: Dialogue, open: OpenTask): boolean {
  const { id, confidence } = turn.understanding.intent;
  const other = taskFor(id);
  return other !== undefined && other.id !== open.id && confidence >= SURE;
}

/** "Never mind", "no thanks" to a question that asks for something else than yes or no. */
const isBareNo = ({ consent }: Dialogue) => consent.answer === "no" && consent.rest === "";
