import { describeOrder } from "../describe-order";
import { orderSlot, readOrder } from "../slots/order-slot";
import type { Task } from "../task";

/** Where an order is, and what to do when it should be here. */
export const trackOrder: Task = {
  id: "track_order",
  opensOn: ["order_tracking", "delivery_time", "delivery_expedite", "not_received"],
  followsUpOn: ["delivery_options"],
  slots: { order: orderSlot },
  async answer(dialogue, values) {
    const { ctx, turn, language, words } = dialogue;
    const order = await readOrder(dialogue, values);
    const status = describeOrder(order, { language, timeZone: turn.shop.timeZone, now: ctx.now() });
    const { intent, isConfident } = turn.understanding;
    // Whoever sends a draft is the colleague who looks into it.
    const isMissing =
      !dialogue.isDraft && isConfident && intent.id === "not_received" && order.status === "delivered";
    return {
      text: isMissing ? `${status}\n${words("handoff.missingParcel")}` : status,
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
