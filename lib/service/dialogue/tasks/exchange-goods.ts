import { formatMoney } from "@/lib/core/money";
import { checkExchange, requestExchange } from "@/lib/data/after-sales";
import type { ExchangeCheckDto } from "@/lib/data/after-sales/schemas";
import { labelText } from "../label-text";
import { refusalAnswer, refuseOnTheWay, requested, served, serveOrRefuse } from "../serve";
import { linesIn, linesSlot } from "../slots/lines-slot";
import { openedIn, openedSlot, wantsToKnowIfOpened } from "../slots/opened-slot";
import { HAS_NOT_LEFT, orderIdIn, orderSlot, readOrder } from "../slots/order-slot";
import { reasonIn, returnReasonSlot } from "../slots/return-reason-slot";
import { variantIn, variantSlot } from "../slots/variant-slot";
import type { Dialogue, Task, Values } from "../task";
import { localeOf } from "../words";

/** Another colour, size or make for something that was delivered. */
export const exchangeGoods: Task = {
  id: "exchange_goods",
  opensOn: ["exchange_request"],
  insteadOf: ["return_goods"],
  turnsInto: async (dialogue, values) =>
    HAS_NOT_LEFT.includes((await readOrder(dialogue, values)).status) ? "change_lines" : null,
  asides: { return_shipping: "return.aside", return_policy: "return.aside" },
  refuses: refuseOnTheWay,
  slots: {
    order: orderSlot,
    lines: linesSlot(1),
    variant: variantSlot,
    reason: returnReasonSlot,
    opened: openedSlot(isAskedForExchange),
  },
  change: {
    async prepare(dialogue, values) {
      const { ctx, words } = dialogue;
      const asked = { orderId: orderIdIn(values), ...swapIn(values) };
      const check = await checkExchange(ctx, asked, served(dialogue, values));
      if (!check.isPossible) return { refusal: refusalAnswer(dialogue, check, values) };
      const question = words("exchange.confirm", {
        number: values.order!.label,
        from: values.lines!.label,
        to: values.variant!.label,
        money: differenceText(dialogue, check),
        freight: words(`return.freight.${check.freightPaidBy}`),
      });
      return { question, stake: check.due ?? check.refund };
    },
    act: (dialogue, values, key) =>
      serveOrRefuse(dialogue, values, async () => {
        const wish = { ...requested(dialogue, values, key), ...swapIn(values) };
        const done = await requestExchange(dialogue.ctx, wish, served(dialogue, values));
        return labelText(dialogue, "exchange.done", done.details.label);
      }),
  },
};

function swapIn(values: Values) {
  const productId = variantIn(values);
  const isOpened = openedIn(values);
  return {
    reason: reasonIn(values),
    ...(isOpened === undefined ? {} : { isOpened }),
    lines: linesIn(values).map(({ lineId, quantity }) => ({ lineId, quantity, productId })),
  };
}

async function isAskedForExchange(dialogue: Dialogue, values: Values): Promise<boolean> {
  const asked = { orderId: orderIdIn(values), ...swapIn(values) };
  return wantsToKnowIfOpened(await checkExchange(dialogue.ctx, asked, served(dialogue, values)));
}

function differenceText(
  { words, language }: Dialogue,
  { refund, due }: Extract<ExchangeCheckDto, { isPossible: true }>,
): string {
  const locale = localeOf(language);
  if (due) return words("exchange.due", { amount: formatMoney(due, locale) });
  if (refund) return words("exchange.refund", { amount: formatMoney(refund, locale) });
  return words("exchange.same");
}
