import type { Understanding } from "@/lib/platform/models/understand-text";
import { SURE } from "./confidence";
import { namesProduct } from "./names-product";
import { asksIfItWorks, speaksOfBought, wantsAnotherNumber } from "./reading/asks-in-words";
import { namesDeed, refusesDeed } from "./reading/deed-words";
import { findCouponCodes, namesCoupon } from "./reading/find-coupon-codes";
import { isEllipsis } from "./reading/is-ellipsis";
import { isHypothetical } from "./reading/is-hypothetical";
import { namesOther } from "./reading/order-references";
import { readInvoiceDetails } from "./reading/read-invoice-details";
import { readQuantity } from "./reading/read-quantity";
import { readReturnReason } from "./reading/read-return-reason";
import { asksSomething } from "./reading/split-clauses";
import { namesOrderByPlace } from "./slots/order-slot";
import type { Dialogue, Task } from "./task";
import { taskById, taskFor } from "./tasks";
import { answerProductQuestion } from "./tasks/answer-product-question";
import { cancelOrder } from "./tasks/cancel-order";
import { changeLines } from "./tasks/change-lines";
import { exchangeGoods } from "./tasks/exchange-goods";
import { returnGoods } from "./tasks/return-goods";
import { tellPromotions } from "./tasks/tell-promotions";
import { trackOrder } from "./tasks/track-order";
import type { Clause } from "./types";
import { isAboutItem, wantedByWords } from "./wanted-by-words";

const CLAUSE_CONFIDENCE = 0.7;
const TOGETHER_CONFIDENCE = 0.6;
/** From here on a part of a message asks for a deed even where it does not name it. */
const CERTAIN = 0.97;
/** Below this "and the cups?" is what was asked before. */
const MEANT = 0.6;
/** So much may stand beside a product's name for the message to be about nothing but the product. */
const MOST_BESIDE_NAME = { han: 3, other: 8 };

/** A task that is asked for, and the part of the message that alone speaks of it. */
export interface Wish {
  task: Task;
  part?: Clause;
}

/** What a message asks for, in its order. */
export function wantedTasks(dialogue: Dialogue): Wish[] {
  const parts = dialogue.turn.clauses.flatMap((clause) => {
    const task = (isSure(clause) ? taskOf(clause) : undefined) ?? byNumber(clause);
    const isDeed = task?.change !== undefined && !isAboutItem(task);
    // Few words sound like a deed that is not named in them.
    const isDoubted = isDeed && clause.intent.confidence < CERTAIN && !namesDeed(clause.text, task.id);
    return task &&
      !isDoubted &&
      !(isDeed && refusesDeed(clause.text, task.id)) &&
      !isRemark(dialogue, task, clause)
      ? [{ task, part: clause }]
      : [];
  });
  const wishes = parts.filter(
    ({ task, part }, i) =>
      !parts.slice(0, i).some((before) => before.task === task && !isOfOther(before.part, part)),
  );
  // What is only told is told of its part; a deed may be told of in all of the message, where no part is of another thing.
  const several = wishes.map(({ task, part }) =>
    task.change && !wishes.some((other) => isOfOther(other.part, part)) ? { task } : { task, part },
  );
  if (several.length > 1) return several.filter(({ task }) => hasSubject(dialogue, task));
  return wantedByWhole(dialogue, several[0]?.task).map((task) => ({ task }));
}

/** "I like the linen shirt. What does it cost?": what is said of a product before something is asked of it. */
const isRemark = ({ turn }: Dialogue, task: Task, part: Clause) =>
  "product" in task.slots &&
  !asksSomething(part.text) &&
  turn.clauses.some(({ text }) => asksSomething(text));

/** Whether two parts name two things: "how much are the shoes, and how much is the shirt?" */
function isOfOther(one: Clause, other: Clause): boolean {
  const subjects = [one, other].map(({ entities }) =>
    entities
      .filter(({ type, products }) => products !== undefined || type === "order_number")
      .map(({ value }) => value)
      .join(),
  );
  return subjects[0] !== "" && subjects[1] !== "" && subjects[0] !== subjects[1];
}

/** What a message asks for that is read as a whole; `inPart` is what one of its parts asks for. */
function wantedByWhole(dialogue: Dialogue, inPart: Task | undefined): Task[] {
  const { turn } = dialogue;
  const { understanding } = turn;
  const read = taskOf(understanding);
  // "Cancel it and give me my money back."
  const isCancel = understanding.intent.id === "refund_request" && namesDeed(turn.text, cancelOrder.id);
  const meant = isCancel ? cancelOrder : read;
  const asked = meant?.change && refusesDeed(turn.text, meant.id) ? undefined : meant;
  const isInvoice = readInvoiceDetails(turn.text).taxNumber !== undefined;
  const isOfCoupon = !isInvoice && namesCoupon(turn.text, understanding.entities);
  if (isOfCoupon && (!asked?.change || asksIfItWorks(turn.text))) return [tellPromotions];
  // What is only imagined is a question of the shop's rules.
  if (asked?.change && isHypothetical(turn.text)) return [];
  if (understanding.intent.id === "wrong_item" && readReturnReason(turn.text) === "wrong_size")
    return [exchangeGoods];
  const plain = wantedByWords(dialogue);
  if (plain !== undefined) return plain === null ? [] : [plain];
  const inDoubt = understanding.intent.confidence < SURE || !asked;
  const task =
    byCorrection(dialogue) ??
    (asked?.change && !isAboutItem(asked) && !inDoubt ? undefined : byQuantity(dialogue)) ??
    (inDoubt ? byContext(dialogue) : undefined) ??
    asked ??
    inPart ??
    byNumber(understanding) ??
    byCode(dialogue) ??
    byAlternatives(understanding) ??
    byProduct(dialogue) ??
    byDamage(dialogue);
  return task && hasSubject(dialogue, task) ? [task] : [];
}

/** What words mean by what was talked of before, where they leave doubt themselves. */
function byContext({ memory, ...dialogue }: Dialogue): Task | undefined {
  const { text } = dialogue.turn;
  if (namesOrderByPlace({ memory, ...dialogue })) return trackOrder;
  const { intent, isConfident } = dialogue.turn.understanding;
  if (taskFor(intent.id) === undefined || !isConfident || intent.confidence < MEANT) {
    const told = memory.told === undefined ? undefined : taskById(memory.told);
    if (told && isRepeatable(told) && (isEllipsis(text) || (told.slots.order && namesOther(text))))
      return told;
  }
  return byDamage({ memory, ...dialogue });
}

/** "No, the other one, the one with the kettle", said of what has just been told or refused of an order. */
function byCorrection(dialogue: Dialogue): Task | undefined {
  const { memory, consent } = dialogue;
  const last = memory.past?.at(-1);
  const held = last?.values.order;
  const task = last && taskById(last.id);
  if (!held || last.outcome === "done" || consent.answer !== "no" || (memory.tasks ?? []).length > 0)
    return undefined;
  return task?.slots.order?.isCorrected?.(dialogue, held) ? task : undefined;
}

/** "I only need four of the cups", "杯子我只要一个": another number of what was ordered, whatever it sounds like. */
function byQuantity({ turn, memory }: Dialogue): Task | undefined {
  const isOfOrder = memory.orderNumber !== undefined || turn.customerId !== null;
  if (!isOfOrder || !namesProduct({ turn }) || !wantsAnotherNumber(turn.text)) return undefined;
  return readQuantity(turn.text) === null ? undefined : changeLines;
}

/** "And the cups?" asks the same of something else; it does nothing. */
const isRepeatable = ({ id, change }: Task) => change === undefined && id !== "complain";

/**
 * In the middle of something, or in doubt, nobody is asked "which product?" who names none: the words were about
 * something else.
 */
function hasSubject({ turn, memory }: Dialogue, { slots }: Task): boolean {
  if (!("product" in slots)) return true;
  if (namesProduct({ turn }) || memory.productId !== undefined || memory.itemProductId !== undefined)
    return true;
  const isAmidst = (memory.tasks ?? []).length > 0;
  return !isAmidst && turn.understanding.intent.confidence >= SURE;
}

/** Whoever says that goods came broken wants them taken back, whatever else it sounds like; another size, if they do not fit. */
function byDamage({ turn }: Dialogue): Task | undefined {
  const reason = readReturnReason(turn.text);
  if (reason === "damaged" || reason === "wrong_item") return returnGoods;
  const isBought = namesProduct({ turn }) || speaksOfBought(turn.text);
  return reason === "wrong_size" && isBought && !asksSomething(turn.text) ? exchangeGoods : undefined;
}

/** A clause has fewer words to be understood by than the whole, so more is asked of it. */
const isSure = ({ intent }: Understanding) => intent.confidence >= CLAUSE_CONFIDENCE;
const taskOf = ({ intent, isConfident }: Understanding) => (isConfident ? taskFor(intent.id) : undefined);
/** An order's number alone asks where the order is. */
const byNumber = ({ entities }: Understanding) =>
  entities.some(({ type }) => type === "order_number") ? trackOrder : undefined;
/** A coupon's code that is asked about in words of which the rest is unclear or nobody's task. */
const byCode = ({ turn }: Dialogue) =>
  findCouponCodes(turn.text, turn.understanding.entities).length > 0 &&
  readInvoiceDetails(turn.text).taxNumber === undefined
    ? tellPromotions
    : undefined;
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
