import { formatMoney } from "@/lib/core/money";
import { checkPriceProtection, requestPriceProtection } from "@/lib/data/after-sales";
import { refusalAnswer, requested, served, serveOrRefuse } from "../serve";
import { orderIdIn, orderOfProductSlot } from "../slots/order-slot";
import type { Task } from "../task";
import { localeOf } from "../words";

/** Makes good a price that fell after the order. */
export const priceProtection: Task = {
  id: "price_protection",
  opensOn: ["price_protection"],
  slots: { order: orderOfProductSlot },
  change: {
    async prepare(dialogue, values) {
      const { ctx, words, language } = dialogue;
      const check = await checkPriceProtection(ctx, { orderId: orderIdIn(values) }, served(dialogue, values));
      if (!check.isPossible) return { refusal: refusalAnswer(dialogue, check, values) };
      const refund = formatMoney(check.refund, localeOf(language));
      const number = values.order!.label;
      const question = words("priceProtection.confirm", { number, refund, days: check.refundDays });
      return { question, stake: check.refund };
    },
    act: (dialogue, values, key) =>
      serveOrRefuse(dialogue, values, async () => {
        const { ctx, words, language } = dialogue;
        const granted = await requestPriceProtection(
          ctx,
          requested(dialogue, values, key),
          served(dialogue, values),
        );
        const refund = granted.refund ? formatMoney(granted.refund, localeOf(language)) : "";
        const number = granted.orderNumber;
        return words("priceProtection.done", { number, refund, days: granted.details.refundDays });
      }),
  },
};
