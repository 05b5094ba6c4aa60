import { formatMoney } from "@/lib/core/money";
import { checkInvoice, requestInvoice as requestInvoiceOf } from "@/lib/data/after-sales";
import { refusalAnswer, requested, served, serveOrRefuse } from "../serve";
import { invoiceIn, invoiceSlot } from "../slots/invoice-slot";
import { orderIdIn, orderSlot } from "../slots/order-slot";
import type { Task } from "../task";
import { localeOf } from "../words";

/** Asks people for an invoice: whose name, which tax number, where it goes. */
export const requestInvoice: Task = {
  id: "request_invoice",
  opensOn: ["invoice"],
  slots: { order: orderSlot, invoice: invoiceSlot },
  change: {
    async prepare(dialogue, values) {
      const { ctx, words, language } = dialogue;
      const check = await checkInvoice(ctx, { orderId: orderIdIn(values) }, served(dialogue, values));
      if (!check.isPossible) return { refusal: refusalAnswer(dialogue, check, values) };
      const question = words("invoice.confirm", {
        number: values.order!.label,
        amount: formatMoney(check.amount, localeOf(language)),
        title: values.invoice!.label,
        email: invoiceIn(values).email,
      });
      return { question };
    },
    act: (dialogue, values, key) =>
      serveOrRefuse(dialogue, values, async () => {
        const wish = { ...requested(dialogue, values, key), invoice: invoiceIn(values) };
        const { orderNumber, details } = await requestInvoiceOf(dialogue.ctx, wish, served(dialogue, values));
        return dialogue.words("invoice.done", { number: orderNumber, email: details.email });
      }),
  },
};
