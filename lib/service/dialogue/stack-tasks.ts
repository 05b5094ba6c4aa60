import { newId } from "@/lib/core/ids";
import { agreesTo } from "./agrees";
import { SURE } from "./confidence";
import { joinOpening, type OpenTask } from "./memory";
import { isFaintYes } from "./reading/consent";
import { isNoToOther, namesDeed } from "./reading/deed-words";
import { asksSomething } from "./reading/split-clauses";
import type { LineQuantity } from "./slots/lines-slot";
import type { Dialogue, Task } from "./task";
import { taskById, taskFor } from "./tasks";
import type { Clause } from "./types";
import { isAboutItem } from "./wanted-by-words";
import { type Wish, wantedTasks } from "./wanted-tasks";

export interface Stack {
  /** The last is the one in hand. */
  tasks: OpenTask[];
  /** Those that this message opened or came back to, or whose question it answers; the others wait unheard. */
  heard: ReadonlySet<string>;
  /** The one whose question was asked last and is answered: a yes or no is meant for no other. */
  answered?: string;
  /** Where a part of the message alone speaks to a task, that part by the task's key. */
  parts?: ReadonlyMap<string, Clause>;
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
  const wishes = wantedTasks(isGivenUp ? withoutNo(dialogue) : dialogue);
  if (wishes.length === 0) return { tasks: waiting, heard: new Set() };
  // Of a product it is asked anew: "and the blue one?"
  const taken = ({ task, part }: Wish) =>
    part || isAboutProduct(task.id) ? undefined : waiting.find(({ id }) => id === task.id);
  const [only, another] = wishes;
  const replaced = only && !another ? waiting.filter((task) => isReplaced(dialogue, task, only.task)) : [];
  const also = current && waiting.includes(current) && alsoHears(dialogue, current) ? [current] : [];
  const begun = wishes.map((wish) => ({
    part: wish.part,
    open: taken(wish) ?? begin(wish.task, dialogue, wish.part, replaced.at(-1)),
  }));
  const found = [...also, ...begun.map(({ open }) => open)];
  const rest = withoutIdle(
    waiting.filter(
      (task) =>
        !found.includes(task) &&
        !replaced.includes(task) &&
        !(isAboutProduct(task.id) && wishes.some(({ task: { id } }) => id === task.id)),
    ),
  );
  // On top lies what is only told, for it keeps nobody waiting; then what was named first.
  const isTold = ({ id }: OpenTask) => taskById(id)!.change === undefined;
  const inOrder = [...found.filter((task) => !isTold(task)).reverse(), ...found.filter(isTold).reverse()];
  return {
    tasks: [...rest, ...inOrder],
    heard: new Set(found.map(({ key }) => key)),
    parts: new Map(begun.flatMap(({ open, part }) => (part ? [[open.key, part] as const] : []))),
  };
}

/** "No exchange then, I return it": what is wanted now stands in the place of what was, unless it is of something else. */
function isReplaced({ turn }: Dialogue, { id, values }: OpenTask, { insteadOf = [] }: Task): boolean {
  if (!insteadOf.includes(id)) return false;
  const { entities } = turn.understanding;
  const order = entities.find(({ type }) => type === "order_number")?.value;
  if (order !== undefined && values.order?.label !== order) return false;
  const named = entities.flatMap(({ products = [] }) => products.map(({ id }) => id));
  const lines = values.lines?.value as LineQuantity[] | undefined;
  return (
    named.length === 0 || !lines || lines.some(({ productId }) => productId && named.includes(productId))
  );
}

/** "Which product do you mean?" is not asked again of somebody who went on to something else. */
const withoutIdle = (tasks: readonly OpenTask[]) =>
  tasks.filter(({ id, values }) => !isAboutProduct(id) || Object.keys(values).length > 0);

/** What asks about a product changes nothing of an order: let go, it is asked again as easily. */
export const isAboutProduct = (id: string) => isAboutItem(taskById(id)!);

/** Those that wait, as far as the program still knows them. */
export const openTasks = ({ memory }: Dialogue) =>
  (memory.tasks ?? []).filter(({ id, isResumed }) => taskById(id) && !(isResumed && isAboutProduct(id)));

/** Whether the message is what the bot has asked to be told, or corrects what it was told, and is no yes or no. */
export function answersSlot(dialogue: Dialogue): boolean {
  const current = dialogue.memory.tasks?.at(-1);
  if (!current?.awaiting || !taskById(current.id) || !answers(dialogue, current)) return false;
  return current.awaiting !== "confirmation" || corrects(dialogue, current);
}

/** @param before what it replaces: what is known of that holds for it too. */
export function begin(task: Task, { turn }: Dialogue, part?: Clause, before?: OpenTask): OpenTask {
  const known = Object.entries(before?.values ?? {}).filter(
    ([name, { value }]) => name in task.slots && !(name === "lines" && (value as unknown[]).length > 1),
  );
  return {
    id: task.id,
    key: newId(),
    values: Object.fromEntries(known),
    opening: joinOpening(before?.opening, part?.text ?? turn.text),
  };
}

/** Whether the message has something for the question that the task waits for. */
function answers(dialogue: Dialogue, open: OpenTask): boolean {
  const task = taskById(open.id)!;
  if (open.awaiting && dialogue.consent.answer === "wait") return true;
  if (open.awaiting === "confirmation") {
    if (dialogue.consent.answer === "no" && isNoToOther(dialogue.turn.text, open.id)) return false;
    // "Okay. I want to complain about the courier": heard, and something else is wanted.
    const isOnlyHeard =
      dialogue.consent.answer === "yes" && dialogue.consent.rest !== "" && wantsOther(dialogue, open);
    if (!isOnlyHeard && (dialogue.consent.answer !== null || agreesTo(dialogue, task, open))) return true;
  } else if (open.awaiting !== undefined) {
    const slot = task.slots[open.awaiting];
    if (namesInstead(dialogue, open)) return false;
    if (claims(dialogue, open)) return true;
    if (slot?.hears(dialogue) && !asksForOther(dialogue, open)) return true;
    if (slot?.hears(dialogue) && isMisread(dialogue)) return true;
    if (isBareNo(dialogue)) return true;
    if (tellsAhead(dialogue, open) && !asksInstead(dialogue, open)) return true;
  }
  if (asksForOther(dialogue, open)) return false;
  return corrects(dialogue, open);
}

/** Whether the message can be nothing but the answer to what the task asked. */
function claims(dialogue: Dialogue, { id, awaiting = "" }: OpenTask): boolean {
  return taskById(id)!.slots[awaiting]?.claims?.(dialogue) ?? false;
}

/** "Too small, and I never wore them" to whoever asked for the size: it answers what is asked next. */
function tellsAhead(dialogue: Dialogue, { id, awaiting = "", values }: OpenTask): boolean {
  const slots = Object.entries(taskById(id)!.slots);
  const at = slots.findIndex(([name]) => name === awaiting);
  return slots.slice(at + 1).some(([name, slot]) => !values[name] && slot.claims?.(dialogue));
}

/** "ana@example.com, and where is the other order?" gives what was asked for and asks something else. */
const alsoHears = (dialogue: Dialogue, { id, awaiting = "" }: OpenTask) =>
  taskById(id)!.slots[awaiting]?.alsoHears?.(dialogue) ?? false;

/** "No, just tell me what it costs", "no, cancel it": the no ends what was asked, and the rest is a wish of its own. */
function isDroppedForOther(dialogue: Dialogue, open: OpenTask): boolean {
  const { answer, rest } = dialogue.consent;
  if (answer !== "no" || rest === "" || corrects(dialogue, open)) return false;
  if (isNoToOther(dialogue.turn.text, open.id)) return false;
  if (open.awaiting === "confirmation" && asksForOther(dialogue, open)) return true;
  // "Don't cancel it yet! Does WELCOME20 work?": the question is answered, and nothing done.
  const [wish] = open.awaiting === "confirmation" && asksSomething(rest) ? wantedTasks(dialogue) : [];
  if (wish && wish.task.change === undefined) return true;
  const { afterNo } = dialogue.turn;
  const wanted = afterNo && afterNo.intent.confidence >= SURE ? taskFor(afterNo.intent.id) : undefined;
  const isDeed = wanted?.change !== undefined && !isAboutProduct(wanted.id) && wanted.id !== open.id;
  return isDeed && !taskById(open.id)!.slots[open.awaiting ?? ""]?.hears(dialogue);
}

/** The same message by what follows its no, where that is surer. */
function withoutNo(dialogue: Dialogue): Dialogue {
  const { turn } = dialogue;
  const { afterNo, understanding } = turn;
  const isSurer = afterNo && taskFor(afterNo.intent.id) && taskFor(understanding.intent.id) === undefined;
  if (!isSurer) return dialogue;
  const { intent, isConfident } = afterNo;
  return { ...dialogue, turn: { ...turn, understanding: { ...understanding, intent, isConfident } } };
}

/** In such words another product is named as well as in any. */
const TALKS: ReadonlySet<string> = new Set(["provide_info", "deny", "affirm"]);

function corrects(dialogue: Dialogue, { id, values }: OpenTask): boolean {
  const { slots, opensOn } = taskById(id)!;
  // "How long is the warranty of the kettle?" names a product and asks no more of what was asked of another.
  const { intent } = dialogue.turn.understanding;
  if (
    isAboutProduct(id) &&
    intent.confidence >= SURE &&
    !opensOn.includes(intent.id) &&
    !TALKS.has(intent.id)
  )
    return false;
  return Object.entries(values).some(
    ([name, held]) => slots[name]?.isCorrected?.(dialogue, held) || slots[name]?.adds?.(dialogue, held),
  );
}

/** "How much is the cup?" names what was offered, and yet is a question of its own. */
function asksForOther({ turn }: Dialogue, open: OpenTask): boolean {
  const { id, confidence } = turn.understanding.intent;
  const other = taskFor(id);
  return other !== undefined && other.id !== open.id && confidence >= SURE;
}

/** "Then I'd rather return it": what is open is wanted no more. */
const asksInstead = ({ turn }: Dialogue, { id }: OpenTask) =>
  taskFor(turn.understanding.intent.id)?.insteadOf?.includes(id) ?? false;

/** Another deed is asked for, and the one that is open is not named. */
const wantsOther = (dialogue: Dialogue, open: OpenTask) =>
  asksForOther(dialogue, open) && !namesDeed(dialogue.turn.text, open.id) && isFaintYes(dialogue.turn.text);

/** The same, with its verb. */
const namesInstead = (dialogue: Dialogue, open: OpenTask) =>
  asksInstead(dialogue, open) &&
  namesDeed(dialogue.turn.text, taskFor(dialogue.turn.understanding.intent.id)!.id);

/** "The blue one; I don't like this colour" sounds like a return, and names none. */
function isMisread({ turn }: Dialogue): boolean {
  const other = taskFor(turn.understanding.intent.id);
  const isDeed = other?.change !== undefined && !isAboutProduct(other.id);
  return isDeed && !namesDeed(turn.text, other.id) && turn.clauses.length === 0;
}

/** "Never mind", "no thanks" to a question that asks for something else than yes or no. */
const isBareNo = ({ consent }: Dialogue) => consent.answer === "no" && consent.rest === "";
