import { formatInstant } from "@/lib/core/dates";
import { formatMoney } from "@/lib/core/money";
import { getRefundStatus } from "@/lib/data/after-sales";
import type { RefundStatusDto } from "@/lib/data/after-sales/schemas";
import { answerFromKnowledge } from "../answer-from-knowledge";
import { orderSource, served } from "../serve";
import { orderIdIn, orderSlot } from "../slots/order-slot";
import type { Dialogue, Task, Values } from "../task";
import { localeOf } from "../words";

/** How far the money and the goods that go back are. */
export const refundStatus: Task = {
  id: "refund_status",
  opensOn: ["refund_status"],
  slots: { order: orderSlot },
  async answer(dialogue, values) {
    const { words } = dialogue;
    const lines = await tellRefunds(dialogue, values);
    const number = values.order!.label;
    if (lines.length > 0)
      return { text: [words("refund.of", { number }), ...lines].join("\n"), sources: [orderSource(values)] };
    // Whoever asks before there is anything may want to know how long it takes.
    const article = await answerFromKnowledge(dialogue, false);
    const text = [words("refund.none", { number }), ...(article ? [article.text] : [])].join("\n");
    return { text, sources: [orderSource(values), ...(article?.sources ?? [])] };
  },
};

/** A line for each return and each refund of the order. */
export async function tellRefunds(dialogue: Dialogue, values: Values): Promise<string[]> {
  const asked = { orderId: orderIdIn(values) };
  const {
    returns,
    refunds,
    refundDays: days,
  } = await getRefundStatus(dialogue.ctx, asked, served(dialogue, values));
  return [
    ...returns.map((one) => returnLine(dialogue, one, days)),
    ...refunds.map((one) => refundLine(dialogue, one, days)),
  ];
}

function returnLine(dialogue: Dialogue, one: RefundStatusDto["returns"][number], days: number): string {
  const { words } = dialogue;
  const rma = one.rmaNumber;
  if (one.kind === "exchange") return words(`refund.exchange.${one.status}`, { rma });
  const refund = formatMoney(one.refund, localeOf(dialogue.language));
  return words(`refund.return.${one.status}`, {
    rma,
    refund,
    days,
    before: day(dialogue, one.expectedBefore),
  });
}

function refundLine(dialogue: Dialogue, one: RefundStatusDto["refunds"][number], days: number): string {
  const refund = formatMoney(one.refund, localeOf(dialogue.language));
  const before = day(dialogue, one.expectedBefore ?? one.closedAt);
  return dialogue.words(`refund.money.${one.status}`, { refund, days, before });
}

function day({ language, turn }: Dialogue, instant: string | null): string {
  if (instant === null) return "";
  return formatInstant(instant, { locale: localeOf(language), timeZone: turn.shop.timeZone, style: "day" });
}
