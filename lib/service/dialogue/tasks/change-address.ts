import { changeShippingAddress, getServiceOrder } from "@/lib/data/after-sales";
import { requested, served, serveOrRefuse } from "../serve";
import { addressIn, addressSlot, formatAddress } from "../slots/address-slot";
import { HAS_NOT_LEFT, orderIdIn, orderInSlot } from "../slots/order-slot";
import type { Task } from "../task";

/** Sends a parcel elsewhere that has not left. */
export const changeAddress: Task = {
  id: "change_address",
  opensOn: ["address_change"],
  slots: { order: orderInSlot(HAS_NOT_LEFT), address: addressSlot },
  change: {
    async prepare(dialogue, values) {
      const address = formatAddress(addressIn(values));
      const question = dialogue.words("address.confirm", { number: values.order!.label, address });
      const asked = { orderId: orderIdIn(values) };
      const { total } = await getServiceOrder(dialogue.ctx, asked, served(dialogue, values));
      return { question, stake: total };
    },
    act: (dialogue, values, key) =>
      serveOrRefuse(dialogue, values, async () => {
        const wish = { ...requested(dialogue, values, key), address: addressIn(values) };
        const done = await changeShippingAddress(dialogue.ctx, wish, served(dialogue, values));
        const address = formatAddress(done.details.after);
        return dialogue.words("address.done", { number: done.orderNumber, address });
      }),
  },
};
