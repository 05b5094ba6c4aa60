import { answerFromKnowledge } from "../answer-from-knowledge";
import { SURE } from "../confidence";
import { describeOrder } from "../describe-order";
import { asksWhenItComes } from "../reading/asks-in-words";
import { orderSlot, readOrder } from "../slots/order-slot";
import type { Task } from "../task";
import { tellRefunds } from "./refund-status";

/** "I found it by the door", "was it delivered?": nothing is missing yet. */
const IS_THERE =
  /哪天|几号|找到了|收到了|(?:放|扔|丢)在|(?:送到|签收)了?[吗嗎没]|(?<!\p{L})(?:found|sitting|left it|threw|dej(?:ó|aron)|tirad[oa]|was it|(?:when|has|did).{0,20}(?:deliver|dropp|arriv)\p{L}*|encontr\p{L}+|lo tengo|se entreg[oó]|qu[eé] d[ií]a|cu[aá]ndo)(?!\p{L})/iu;

/** Where an order is, and what to do when it should be here. */
export const trackOrder: Task = {
  id: "track_order",
  opensOn: ["order_tracking", "delivery_time", "delivery_expedite", "not_received"],
  followsUp: { on: ["delivery_options"], after: ({ orderNumber }) => orderNumber !== undefined },
  slots: { order: orderSlot },
  async answer(dialogue, values) {
    const { ctx, turn, language, words } = dialogue;
    const order = await readOrder(dialogue, values);
    const status = describeOrder(order, { language, timeZone: turn.shop.timeZone, now: ctx.now() });
    const { intent, isConfident } = turn.understanding;
    // Whoever sends a draft is the colleague who looks into it.
    const isMissing =
      !dialogue.isDraft &&
      isConfident &&
      intent.id === "not_received" &&
      intent.confidence >= SURE &&
      !IS_THERE.test(turn.text) &&
      order.status === "delivered";
    // How long until it is here asks of a cancelled order for the money.
    const more = isMissing
      ? [words("handoff.missingParcel")]
      : order.status === "cancelled"
        ? await tellRefunds(dialogue, values)
        : [];
    // Of what has not left there is no date: when orders leave is in the shop's articles.
    const isUnsent = order.status === "paid" || order.status === "pending";
    const asksWhen = intent.id === "delivery_time" || asksWhenItComes(turn.text);
    const article =
      isUnsent && asksWhen ? await answerFromKnowledge(dialogue, false, [words("topic.shipping")]) : null;
    return {
      text: [status, ...more, ...(article ? [article.text] : [])].join("\n"),
      sources: [
        { type: "order", id: order.id, label: order.number },
        ...(order.shipmentId && order.trackingNumber
          ? [{ type: "shipment" as const, id: order.shipmentId, label: order.trackingNumber }]
          : []),
        ...(article?.sources ?? []),
      ],
      ...(isMissing ? { handoff: "unsupported_intent" as const } : {}),
    };
  },
};
