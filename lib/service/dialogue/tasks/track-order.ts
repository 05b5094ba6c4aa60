import { describeOrder } from "../describe-order";
import { orderSlot, readOrder } from "../slots/order-slot";
import type { Task } from "../task";
import { tellRefunds } from "./refund-status";

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
      !dialogue.isDraft && isConfident && intent.id === "not_received" && order.status === "delivered";
    // How long until it is here asks of a cancelled order for the money.
    const more = isMissing
      ? [words("handoff.missingParcel")]
      : order.status === "cancelled"
        ? await tellRefunds(dialogue, values)
        : [];
    return {
      text: [status, ...more].join("\n"),
      sources: [
        { type: "order", id: order.id, label: order.number },
        ...(order.shipmentId && order.trackingNumber
          ? [{ type: "shipment" as const, id: order.shipmentId, label: order.trackingNumber }]
          : []),
      ],
      ...(isMissing ? { handoff: "unsupported_intent" as const } : {}),
    };
  },
};
