import { formatMoney } from "@/lib/core/money";
import { checkReturn, requestReturn } from "@/lib/data/after-sales";
import { labelText } from "../label-text";
import { refusalAnswer, refuseOnTheWay, requested, served, serveOrRefuse } from "../serve";
import { linesIn, linesSlot } from "../slots/lines-slot";
import { openedIn, openedSlot, wantsToKnowIfOpened } from "../slots/opened-slot";
import { HAS_NOT_LEFT, orderIdIn, orderInSlot, readOrder } from "../slots/order-slot";
import { reasonIn, returnReasonSlot } from "../slots/return-reason-slot";
import type { Dialogue, Task, Values } from "../task";
import { localeOf } from "../words";

/** Takes goods back by the shop's policy: what for, who pays the parcel, where to send it and until when. */
export const returnGoods: Task = {
  id: "return_goods",
  opensOn: ["return_request", "refund_request", "damaged_item", "wrong_item"],
  insteadOf: ["exchange_goods"],
  // Whoever wants the money back for what has not left has nothing to send back.
  turnsInto: async (dialogue, values) =>
    dialogue.turn.understanding.intent.id === "refund_request" &&
    HAS_NOT_LEFT.includes((await readOrder(dialogue, values)).status)
      ? "cancel_order"
      : null,
  asides: { return_shipping: "return.aside", return_policy: "return.aside" },
  refuses: refuseOnTheWay,
  slots: {
    order: orderInSlot(["delivered"]),
    lines: linesSlot(),
    reason: returnReasonSlot,
    opened: openedSlot(isAskedForReturn),
  },
  change: {
    async prepare(dialogue, values) {
      const { ctx, words, language } = dialogue;
      const asked = { orderId: orderIdIn(values), ...goodsIn(values) };
      const check = await checkReturn(ctx, asked, served(dialogue, values));
      if (!check.isPossible) return { refusal: refusalAnswer(dialogue, check, values) };
      const question = words("return.confirm", {
        number: values.order!.label,
        items: values.lines!.label,
        reason: values.reason!.label,
        refund: formatMoney(check.refund, localeOf(language)),
        freight: words(`return.freight.${check.freightPaidBy}`),
      });
      return { question, stake: check.refund };
    },
    act: (dialogue, values, key) =>
      serveOrRefuse(dialogue, values, async () => {
        const wish = { ...requested(dialogue, values, key), ...goodsIn(values) };
        const { details } = await requestReturn(dialogue.ctx, wish, served(dialogue, values));
        const money = dialogue.words("return.refund", { days: details.refundDays });
        return `${labelText(dialogue, "return.done", details.label)}\n${money}`;
      }),
  },
};

function goodsIn(values: Values) {
  const isOpened = openedIn(values);
  return {
    lines: linesIn(values).map(({ lineId, quantity }) => ({ lineId, quantity })),
    reason: reasonIn(values),
    ...(isOpened === undefined ? {} : { isOpened }),
  };
}

async function isAskedForReturn(dialogue: Dialogue, values: Values): Promise<boolean> {
  const asked = { orderId: orderIdIn(values), ...goodsIn(values) };
  return wantsToKnowIfOpened(await checkReturn(dialogue.ctx, asked, served(dialogue, values)));
}
