import { formatMoney } from "@/lib/core/money";
import { changeOrderLines, checkChangeShippingAddress, checkOrderLines } from "@/lib/data/after-sales";
import type { OrderLinesCheckDto } from "@/lib/data/after-sales/schemas";
import { refusalAnswer, requested, served, serveOrRefuse } from "../serve";
import { lineChangeSlot, lineWishIn } from "../slots/line-change-slot";
import { linesIn, linesSlot } from "../slots/lines-slot";
import { HAS_NOT_LEFT, orderIdIn, orderInSlot } from "../slots/order-slot";
import type { Dialogue, Task, Values } from "../task";
import { localeOf } from "../words";

/** How many of an item an order has, or in which colour or size, as long as it is not packed. */
export const changeLines: Task = {
  id: "change_lines",
  opensOn: ["order_modify"],
  insteadOf: ["cancel_order"],
  // Nobody is asked how many of what is packed already.
  async refuses(dialogue, values) {
    const asked = { orderId: orderIdIn(values) };
    const check = await checkChangeShippingAddress(dialogue.ctx, asked, served(dialogue, values));
    return check.isPossible ? null : refusalAnswer(dialogue, check, values);
  },
  slots: {
    order: orderInSlot(HAS_NOT_LEFT),
    lines: linesSlot(1, ["exchange_request"]),
    change: lineChangeSlot,
  },
  change: {
    async prepare(dialogue, values) {
      const { ctx, words, language } = dialogue;
      const asked = { orderId: orderIdIn(values), changes: changesIn(values) };
      const check = await checkOrderLines(ctx, asked, served(dialogue, values));
      if (!check.isPossible) return { refusal: refusalAnswer(dialogue, check, values) };
      const question = words("modify.confirm", {
        number: values.order!.label,
        from: values.lines!.label,
        to: values.change!.label,
        total: formatMoney(check.after, localeOf(language)),
        money: differenceText(dialogue, check),
      });
      return { question, stake: check.due ?? check.refund };
    },
    act: (dialogue, values, key) =>
      serveOrRefuse(dialogue, values, async () => {
        const wish = { ...requested(dialogue, values, key), changes: changesIn(values) };
        const done = await changeOrderLines(dialogue.ctx, wish, served(dialogue, values));
        const total = formatMoney(done.details.after, localeOf(dialogue.language));
        return dialogue.words("modify.done", { number: done.orderNumber, total });
      }),
  },
};

function changesIn(values: Values) {
  return [{ lineId: linesIn(values)[0]!.lineId, ...lineWishIn(values) }];
}

function differenceText(
  { words, language }: Dialogue,
  { refund, due }: Extract<OrderLinesCheckDto, { isPossible: true }>,
): string {
  const locale = localeOf(language);
  if (due) return words("exchange.due", { amount: formatMoney(due, locale) });
  return refund ? words("exchange.refund", { amount: formatMoney(refund, locale) }) : "";
}
