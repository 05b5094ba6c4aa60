import { formatInstant } from "@/lib/core/dates";
import { formatMoney } from "@/lib/core/money";
import { checkReturn, requestReturn } from "@/lib/data/after-sales";
import type { RequestedReturnDto } from "@/lib/data/after-sales/schemas";
import { refusalAnswer, requested, served, serveOrRefuse } from "../serve";
import { linesIn, linesSlot } from "../slots/lines-slot";
import { openedIn, openedSlot } from "../slots/opened-slot";
import { orderIdIn, orderSlot } from "../slots/order-slot";
import { reasonIn, returnReasonSlot } from "../slots/return-reason-slot";
import type { Dialogue, Task, Values } from "../task";
import { localeOf } from "../words";

/** Takes goods back by the shop's policy: what for, who pays the parcel, where to send it and until when. */
export const returnGoods: Task = {
  id: "return_goods",
  opensOn: ["return_request"],
  slots: { order: orderSlot, lines: linesSlot, reason: returnReasonSlot, opened: openedSlot },
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
      return { question };
    },
    act: (dialogue, values, key) =>
      serveOrRefuse(dialogue, values, async () => {
        const wish = { ...requested(dialogue, values, key), ...goodsIn(values) };
        return labelText(dialogue, await requestReturn(dialogue.ctx, wish, served(dialogue, values)));
      }),
  },
};

function goodsIn(values: Values) {
  const isOpened = openedIn(values);
  return {
    lines: linesIn(values),
    reason: reasonIn(values),
    ...(isOpened === undefined ? {} : { isOpened }),
  };
}

/** What the customer has to do now: the number on the parcel, where it goes, by whom and until when. */
function labelText({ words, language, turn }: Dialogue, { details }: RequestedReturnDto): string {
  const { rmaNumber, address, carrier, freightPaidBy, sendBackBefore } = details.label;
  const locale = localeOf(language);
  const before = formatInstant(sendBackBefore, { locale, timeZone: turn.shop.timeZone, style: "day" });
  const to = address
    ? words("return.to", {
        address: [address.recipient, ...address.lines, address.city, address.postalCode ?? ""]
          .filter((part) => part !== "")
          .join(", "),
      })
    : words("return.toUnknown");
  return [
    words("return.done", { rma: rmaNumber, before }),
    to,
    ...(carrier ? [words("return.carrier", { carrier })] : []),
    words(`return.freight.${freightPaidBy}`),
    words("return.refund", { days: details.refundDays }),
  ].join("\n");
}
