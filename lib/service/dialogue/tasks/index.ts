import type { Memory } from "../memory";
import type { Task } from "../task";
import { adviseSize } from "./advise-size";
import { answerProductQuestion } from "./answer-product-question";
import { cancelOrder } from "./cancel-order";
import { changeAddress } from "./change-address";
import { changeLines } from "./change-lines";
import { checkStock } from "./check-stock";
import { complain } from "./complain";
import { exchangeGoods } from "./exchange-goods";
import { priceProtection } from "./price-protection";
import { refundStatus } from "./refund-status";
import { requestInvoice } from "./request-invoice";
import { returnGoods } from "./return-goods";
import { tellPrice } from "./tell-price";
import { tellPromotions } from "./tell-promotions";
import { trackOrder } from "./track-order";

/** Everything the bot can do for a customer. */
export const TASKS: readonly Task[] = [
  trackOrder,
  cancelOrder,
  changeLines,
  changeAddress,
  returnGoods,
  exchangeGoods,
  refundStatus,
  requestInvoice,
  priceProtection,
  answerProductQuestion,
  checkStock,
  tellPrice,
  adviseSize,
  tellPromotions,
  complain,
];

const byId = new Map(TASKS.map((task) => [task.id, task]));
const byIntent = new Map(TASKS.flatMap((task) => task.opensOn.map((intent) => [intent, task] as const)));

/** A task by its name; undefined where the program has it no more. */
export const taskById = (id: string) => byId.get(id);

/** The task that an intent opens. */
export const taskFor = (intent: string) => byIntent.get(intent);

/** The task that an intent is about after what was talked of: "by which carrier?", "can I buy it now?" */
export const followUpFor = (intent: string, memory: Memory) =>
  TASKS.find(({ followsUp }) => followsUp?.on.includes(intent) && followsUp.after(memory));
