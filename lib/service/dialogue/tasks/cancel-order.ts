import { formatMoney } from "@/lib/core/money";
import { cancelOrder as cancel, checkCancelOrder } from "@/lib/data/after-sales";
import { listItems } from "../describe-order";
import { refusalAnswer, requested, served, serveOrRefuse } from "../serve";
import { HAS_NOT_LEFT, orderIdIn, orderInSlot, readOrder } from "../slots/order-slot";
import type { Task } from "../task";
import { localeOf } from "../words";

/** Cancels an order that has not left. */
export const cancelOrder: Task = {
  id: "cancel_order",
  opensOn: ["order_cancel"],
  insteadOf: ["change_lines", "change_address"],
  slots: { order: orderInSlot(HAS_NOT_LEFT) },
  change: {
    async prepare(dialogue, values) {
      const { ctx, words, language } = dialogue;
      const check = await checkCancelOrder(ctx, { orderId: orderIdIn(values) }, served(dialogue, values));
      if (!check.isPossible) return { refusal: refusalAnswer(dialogue, check, values) };
      const subject = {
        number: values.order!.label,
        items: listItems(await readOrder(dialogue, values), language),
      };
      if (!check.refund) return { question: words("cancel.confirm", subject) };
      const refund = formatMoney(check.refund, localeOf(language));
      const question = words("cancel.confirmRefund", { ...subject, refund, days: check.refundDays });
      return { question, stake: check.refund };
    },
    act: (dialogue, values, key) =>
      serveOrRefuse(dialogue, values, async () => {
        const { ctx, words, language } = dialogue;
        const done = await cancel(ctx, requested(dialogue, values, key), served(dialogue, values));
        const number = done.orderNumber;
        if (!done.refund) return words("cancel.done", { number });
        const refund = formatMoney(done.refund, localeOf(language));
        return words("cancel.doneRefund", { number, refund, days: done.details.refundDays });
      }),
  },
};
