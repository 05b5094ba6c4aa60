import type { Understanding } from "@/lib/platform/models/understand-text";
import { asksForMoneyBack } from "./reading/asks-for-money-back";
import { findCouponCodes, namesCoupon } from "./reading/find-coupon-codes";
import { isEllipsis } from "./reading/is-ellipsis";
import { isHypothetical } from "./reading/is-hypothetical";
import { readReturnReason } from "./reading/read-return-reason";
import { namesOrderByPlace } from "./slots/order-slot";
import type { Dialogue, Task } from "./task";
import { taskById, taskFor } from "./tasks";
import { adviseSize } from "./tasks/advise-size";
import { answerProductQuestion } from "./tasks/answer-product-question";
import { asksForNotice, checkStock } from "./tasks/check-stock";
import { refundStatus } from "./tasks/refund-status";
import { returnGoods } from "./tasks/return-goods";
import { tellPromotions } from "./tasks/tell-promotions";
import { trackOrder } from "./tasks/track-order";

const CLAUSE_CONFIDENCE = 0.7;
const TOGETHER_CONFIDENCE = 0.6;
/** From here on an intent is not in doubt. */
export const SURE = 0.8;
/** Below this "and the cups?" is what was asked before. */
const MEANT = 0.6;
/** So much may stand beside a product's name for the message to be about nothing but the product. */
const MOST_BESIDE_NAME = { han: 3, other: 8 };

/** What a message asks for, in its order. */
export function wantedTasks(dialogue: Dialogue): Task[] {
  const { turn } = dialogue;
  const several = distinct(
    turn.clauses.map((clause) => (isSure(clause) ? taskOf(clause) : undefined) ?? byNumber(clause)),
  );
  if (several.length > 1) return several.filter((task) => hasSubject(dialogue, task));
  const { understanding } = turn;
  const asked = taskOf(understanding);
  if (!asked?.change && namesCoupon(turn.text, understanding.entities)) return [tellPromotions];
  // What is only imagined is a question of the shop's rules.
  if (asked?.change && isHypothetical(turn.text)) return [];
  const plain = byWords(dialogue);
  if (plain !== undefined) return plain === null ? [] : [plain];
  const inDoubt = understanding.intent.confidence < SURE || !asked;
  const task =
    (inDoubt ? byContext(dialogue) : undefined) ??
    asked ??
    several[0] ??
    byNumber(understanding) ??
    byCode(dialogue) ??
    byAlternatives(understanding) ??
    byProduct(dialogue) ??
    byDamage(dialogue);
  return task && hasSubject(dialogue, task) ? [task] : [];
}

/** What some words mean whatever the intent: null where they ask for what a question that waits says itself. */
function byWords({ turn, memory }: Dialogue): Task | null | undefined {
  const { intent, entities } = turn.understanding;
  if (asksForMoneyBack(turn.text) && ABOUT_MONEY.has(intent.id)) {
    if (memory.tasks?.at(-1)?.awaiting === "confirmation") return null;
    if (memory.orderNumber !== undefined) return refundStatus;
  }
  const isMeasured = entities.some(({ type }) => type === "measurement");
  if (adviseSize.opensOn.includes(intent.id) && !isMeasured && BARE_SIZE.test(turn.text)) return checkStock;
  return intent.confidence < SURE && asksForNotice(turn.text) ? checkStock : undefined;
}

const ABOUT_MONEY: ReadonlySet<string> = new Set([
  ...["refund_request", "refund_status", "return_policy", "product_price"],
]);
/** "L?" after a product asks whether it can be had. */
const BARE_SIZE = /^[\s¿]*(?:XXS|XS|S|M|L|XL|XXL|[2-6]XL|\d{2})[\s?？]*$/iu;

/** What words mean by what was talked of before, where they leave doubt themselves. */
function byContext({ memory, ...dialogue }: Dialogue): Task | undefined {
  const { text } = dialogue.turn;
  if (namesOrderByPlace({ memory, ...dialogue })) return trackOrder;
  const { intent, isConfident } = dialogue.turn.understanding;
  if (taskFor(intent.id) === undefined || !isConfident || intent.confidence < MEANT) {
    const told = memory.told === undefined ? undefined : taskById(memory.told);
    if (told && isRepeatable(told) && isEllipsis(text)) return told;
  }
  return byDamage({ memory, ...dialogue });
}

/** "And the cups?" asks the same of something else; it does nothing. */
const isRepeatable = ({ id, change }: Task) => change === undefined && id !== "complain";

/**
 * In the middle of something, or in doubt, nobody is asked "which product?" who names none: the words were about
 * something else.
 */
function hasSubject({ turn, memory }: Dialogue, { slots }: Task): boolean {
  if (!("product" in slots)) return true;
  const isNamed = turn.understanding.entities.some(({ products }) => products !== undefined);
  if (isNamed || memory.productId !== undefined || memory.itemProductId !== undefined) return true;
  const isAmidst = (memory.tasks ?? []).length > 0;
  return !isAmidst && turn.understanding.intent.confidence >= SURE;
}

/** Whoever says that goods came broken wants them taken back, whatever else it sounds like. */
function byDamage({ turn }: Dialogue): Task | undefined {
  const reason = readReturnReason(turn.text);
  return reason === "damaged" || reason === "wrong_item" ? returnGoods : undefined;
}

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
