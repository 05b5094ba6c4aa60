import type { Task } from "../task";
import { cancelOrder } from "./cancel-order";
import { changeAddress } from "./change-address";
import { checkStock } from "./check-stock";
import { complain } from "./complain";
import { exchangeGoods } from "./exchange-goods";
import { priceProtection } from "./price-protection";
import { refundStatus } from "./refund-status";
import { returnGoods } from "./return-goods";
import { tellPrice } from "./tell-price";
import { trackOrder } from "./track-order";

/** Everything the bot can do for a customer. */
export const TASKS: readonly Task[] = [
  trackOrder,
  cancelOrder,
  changeAddress,
  returnGoods,
  exchangeGoods,
  refundStatus,
  priceProtection,
  checkStock,
  tellPrice,
  complain,
];

const byId = new Map(TASKS.map((task) => [task.id, task]));
const byIntent = new Map(TASKS.flatMap((task) => task.opensOn.map((intent) => [intent, task] as const)));

/** A task by its name; undefined where the program has it no more. */
export const taskById = (id: string) => byId.get(id);

/** The task that an intent opens. */
export const taskFor = (intent: string) => byIntent.get(intent);
