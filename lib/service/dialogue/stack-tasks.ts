import { newId } from "@/lib/core/ids";
import type { Understanding } from "@/lib/platform/models/understand-text";
import type { OpenTask } from "./memory";
import { findCouponCodes, namesCoupon } from "./reading/find-coupon-codes";
import type { Dialogue, Task } from "./task";
import { taskById, taskFor } from "./tasks";
import { answerProductQuestion } from "./tasks/answer-product-question";
import { tellPromotions } from "./tasks/tell-promotions";
import { trackOrder } from "./tasks/track-order";

const CLAUSE_CONFIDENCE = 0.7;
const TOGETHER_CONFIDENCE = 0.6;
const SURE_OF_OTHER = 0.8;
const MAX_OPENING = 500;
/** So much may stand beside a product's name for the message to be about nothing but the product. */
const MOST_BESIDE_NAME = { han: 3, other: 8 };

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
  const open = openTasks(dialogue);
  const current = open.at(-1);
  if (current && answers(dialogue, current)) return { tasks: open, heard: new Set([current.key]) };
  const wanted = wantedTasks(dialogue);
  if (wanted.length === 0) return { tasks: open, heard: new Set() };
  const found = wanted.map((task) => open.find(({ id }) => id === task.id) ?? begin(task, dialogue));
  const rest = open.filter((task) => !found.includes(task));
  // On top lies what is only told, for it keeps nobody waiting; then what was named first.
  const isTold = ({ id }: OpenTask) => taskById(id)!.change === undefined;
  const inOrder = [...found.filter((task) => !isTold(task)).reverse(), ...found.filter(isTold).reverse()];
  return { tasks: [...rest, ...inOrder], heard: new Set(found.map(({ key }) => key)) };
}

/** Those that wait, as far as the program still knows them. */
export const openTasks = ({ memory }: Dialogue) => (memory.tasks ?? []).filter(({ id }) => taskById(id));

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
    if (dialogue.consent.answer !== null || task.change?.agrees?.(dialogue)) return true;
  } else if (open.awaiting !== undefined) {
    const slot = task.slots[open.awaiting];
    if (slot?.claims?.(dialogue)) return true;
    if (slot?.hears(dialogue)) return !asksForOther(dialogue, open);
    if (isBareNo(dialogue)) return true;
  }
  if (asksForOther(dialogue, open)) return false;
  return corrects(dialogue, open);
}

function corrects(dialogue: Dialogue, { id, values }: OpenTask): boolean {
  const { slots } = taskById(id)!;
  return Object.entries(values).some(([name, held]) => slots[name]?.isCorrected?.(dialogue, held));
}

/** "How much is the cup?" names what was offered, and yet is a question of its own. */
function asksForOther({ turn }: Dialogue, open: OpenTask): boolean {
  const { id, confidence } = turn.understanding.intent;
  const other = taskFor(id);
  return other !== undefined && other.id !== open.id && confidence >= SURE_OF_OTHER;
}

/** What the message asks for, in its order. */
function wantedTasks(dialogue: Dialogue): Task[] {
  const { turn } = dialogue;
  const several = distinct(
    turn.clauses.map((clause) => (isSure(clause) ? taskOf(clause) : undefined) ?? byNumber(clause)),
  );
  if (several.length > 1) return several;
  const { understanding } = turn;
  const asked = taskOf(understanding);
  if (!asked?.change && namesCoupon(turn.text, understanding.entities)) return [tellPromotions];
  const task =
    asked ??
    several[0] ??
    byNumber(understanding) ??
    byCode(dialogue) ??
    byAlternatives(understanding) ??
    byProduct(dialogue);
  return task ? [task] : [];
}

/** "Never mind", "no thanks" to a question that asks for something else than yes or no. */
const isBareNo = ({ consent }: Dialogue) => consent.answer === "no" && consent.rest === "";

/** A clause has fewer words to be understood by than the whole, so more is asked of it. */
const isSure = ({ intent }: Understanding) => intent.confidence >= CLAUSE_CONFIDENCE;
const taskOf = ({ intent, isConfident }: Understanding) => (isConfident ? taskFor(intent.id) : undefined);
/** An order's number alone asks where the order is. */
const byNumber = ({ entities }: Understanding) =>
  entities.some(({ type }) => type === "order_number") ? trackOrder : undefined;
/** A coupon's code that is asked about in words of which the rest is unclear or nobody's task. */
const byCode = ({ turn }: Dialogue) =>
  findCouponCodes(turn.text, turn.understanding.entities).length > 0 ? tellPromotions : undefined;
/** Several intents of one task may each be doubtful where together they leave no doubt of the task. */
function byAlternatives({ intent, isConfident }: Understanding): Task | undefined {
  if (isConfident) return undefined;
  const task = taskFor(intent.id);
  const sum = [intent, ...intent.alternatives]
    .filter(({ id }) => task && taskFor(id) === task)
    .reduce((total, { confidence }) => total + confidence, 0);
  return sum >= TOGETHER_CONFIDENCE ? task : undefined;
}
/** Hardly more than a product's name asks what there is to know of it. */
function byProduct({ turn }: Dialogue): Task | undefined {
  const { entities, isConfident } = turn.understanding;
  const named = entities.find(({ products }) => products !== undefined);
  if (!named || isConfident) return undefined;
  const beside = `${turn.text.slice(0, named.start)} ${turn.text.slice(named.end)}`;
  const han = (beside.match(/\p{Script=Han}/gu) ?? []).length;
  const other = (beside.match(/\p{L}/gu) ?? []).length - han;
  const isAlone = han <= MOST_BESIDE_NAME.han && other <= MOST_BESIDE_NAME.other;
  return isAlone ? answerProductQuestion : undefined;
}
const distinct = (tasks: readonly (Task | undefined)[]) => [
  ...new Set(tasks.filter((task) => task !== undefined)),
];
