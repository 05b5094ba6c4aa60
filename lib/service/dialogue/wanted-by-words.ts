import { SURE } from "./confidence";
import { namesProduct } from "./names-product";
import { asksForMoneyBack } from "./reading/asks-for-money-back";
import {
  asksAboutOrder,
  asksForCarrier,
  asksForOthers,
  asksForPrice,
  asksForSize,
  asksIfItWorks,
  asksIfYouHave,
  asksInGeneral,
  asksWhenItComes,
  asksWhenMoneyComes,
  namesParcelAlone,
  saysAddressIsWrong,
  wantsToComplain,
} from "./reading/asks-in-words";
import { findCouponCodes } from "./reading/find-coupon-codes";
import type { Dialogue, Task } from "./task";
import { taskFor } from "./tasks";
import { adviseSize } from "./tasks/advise-size";
import { changeAddress } from "./tasks/change-address";
import { asksForNotice, checkStock } from "./tasks/check-stock";
import { complain } from "./tasks/complain";
import { refundStatus } from "./tasks/refund-status";
import { tellPrice } from "./tasks/tell-price";
import { tellPromotions } from "./tasks/tell-promotions";
import { trackOrder } from "./tasks/track-order";

const ABOUT_MONEY: ReadonlySet<string> = new Set([
  ...["refund_request", "refund_status", "return_policy", "product_price"],
]);
/** Of no order in particular they are answered from the articles. */
const GENERAL_QUESTIONS: ReadonlySet<string> = new Set(["refund_status", "delivery_time"]);
/** "When do I get the money if I return it?" wants more than to be told when. */
const DEEDS_FOR_MONEY: ReadonlySet<string> = new Set(["return_request", "order_cancel", "exchange_request"]);

/** What is asked of a product, which says nothing of an order. */
export const isAboutItem = ({ slots }: Task) => "product" in slots;

/**
 * What some words ask for whatever the intent that the model sees in them. Null where they ask for no task: for what
 * a question that waits says itself, or for the shop's rules; undefined where the words decide nothing.
 */
export function wantedByWords(dialogue: Dialogue): Task | null | undefined {
  const { turn, memory } = dialogue;
  const { text } = turn;
  const { intent, entities } = turn.understanding;
  const asked = taskFor(intent.id);
  const isDoubtful = intent.confidence < SURE || asked === undefined;

  if (asksForMoneyBack(text) && ABOUT_MONEY.has(intent.id)) {
    if (memory.tasks?.at(-1)?.awaiting === "confirmation") return null;
    if (memory.orderNumber !== undefined) return refundStatus;
  }
  if (asksForCarrier(text) && memory.orderNumber !== undefined) return trackOrder;
  if (GENERAL_QUESTIONS.has(intent.id) && asksInGeneral(text) && memory.tasks === undefined) return null;
  if (namesParcelAlone(text) || (isDoubtful && asksAboutOrder(text))) return trackOrder;
  if (wantsToComplain(text)) return complain;
  if (isDoubtful && saysAddressIsWrong(text)) return changeAddress;
  // "Have the shirts gone out?" sounds like a question about shirts.
  const mayBeParcel = isDoubtful || (asked !== undefined && isAboutItem(asked));
  if (mayBeParcel && turn.customerId !== null && asksWhenItComes(text)) return trackOrder;
  if (isUndone(dialogue) && asksWhenMoneyComes(text) && !DEEDS_FOR_MONEY.has(intent.id)) return refundStatus;
  const coupons = byCoupons(dialogue);
  if (coupons) return coupons;
  const product = isDoubtful ? byProductWords(dialogue) : undefined;
  if (product) return product;
  const isMeasured = entities.some(({ type }) => type === "measurement");
  if (adviseSize.opensOn.includes(intent.id) && !isMeasured && asksForSize(text)) return checkStock;
  return intent.confidence < SURE && asksForNotice(text) ? checkStock : undefined;
}

/** Whether something of an order was undone in this conversation, so that money goes back. */
const isUndone = ({ memory }: Dialogue) =>
  memory.past?.some(({ outcome, values }) => outcome === "done" && values.order) ?? false;

function byCoupons(dialogue: Dialogue): Task | undefined {
  const { turn, memory } = dialogue;
  const { intent, entities } = turn.understanding;
  const asked = taskFor(intent.id);
  if (!asked?.change && asksIfItWorks(turn.text) && findCouponCodes(turn.text, entities).length > 0)
    return tellPromotions;
  const wereTold = memory.told === tellPromotions.id && !namesProduct(dialogue) && !asked?.slots.order;
  return wereTold && asksForOthers(turn.text) ? tellPromotions : undefined;
}

function byProductWords(dialogue: Dialogue): Task | undefined {
  const { memory, turn } = dialogue;
  if (namesProduct(dialogue) && asksIfYouHave(turn.text)) return checkStock;
  const isOfProduct =
    memory.productId !== undefined || memory.itemProductId !== undefined || namesProduct(dialogue);
  return isOfProduct && asksForPrice(turn.text) && !asksForMoneyBack(turn.text) ? tellPrice : undefined;
}
