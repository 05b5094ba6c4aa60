import { and, desc, eq, inArray } from "drizzle-orm";
import { orderRequests } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { parseInput } from "@/lib/core/parse";
import { stageOf } from "./order-stage";
import { stillPaid } from "./paid-amounts";
import {
  type InvoiceCheckDto,
  type InvoiceFields,
  orderIdInput,
  type Refusal,
  type RequestedInvoiceDto,
  type RequestInvoiceInput,
  requestInvoiceInput,
} from "./schemas";
import { checkService, type Scene, type Service, serveOnce } from "./serve-once";
import type { ServedPerson } from "./served-person";

type Input = { orderId: string; invoice?: InvoiceFields };
type Facts = { amount: { amountMinor: number; currency: string } };

const invoicing: Service<Input, Facts, RequestedInvoiceDto["details"]> = {
  kind: "invoice",
  action: "order.invoice_requested",
  async check(scene) {
    const { order } = scene;
    const stage = stageOf(order);
    if (stage === "cancelled") return { isPossible: false, reason: "already_cancelled" };
    if (stage === "returned") return { isPossible: false, reason: "already_returned" };
    if (order.status === "pending") return { isPossible: false, reason: "not_paid_yet" };
    const amountMinor = stillPaid(order);
    if (amountMinor <= 0) return { isPossible: false, reason: "nothing_left" };
    return (
      (await findInvoice(scene)) ?? { isPossible: true, amount: { amountMinor, currency: order.currency } }
    );
  },
  async perform(_, { invoice }, { amount }) {
    return { status: "open", details: { ...invoice!, amount } };
  },
};

/** Whether an invoice can be asked for; of a request that stands, which it is and how far. */
export async function checkInvoice(
  ctx: Context,
  raw: { orderId: string },
  person?: ServedPerson,
): Promise<InvoiceCheckDto> {
  return checkService(ctx, invoicing, parseInput(orderIdInput, raw), person);
}

/**
 * Asks for the invoice of an order that is paid, one at a time: a second one needs the first to be turned down.
 * Tax numbers are checked by their country's rules (China, Spain). People write it, and settle the request.
 */
export async function requestInvoice(
  ctx: Context,
  raw: RequestInvoiceInput,
  person?: ServedPerson,
): Promise<RequestedInvoiceDto> {
  return serveOnce(ctx, invoicing, parseInput(requestInvoiceInput, raw), person);
}

async function findInvoice({ tx, ctx, order }: Scene): Promise<Refusal | null> {
  const [standing] = await tx
    .select({ id: orderRequests.id, status: orderRequests.status })
    .from(orderRequests)
    .where(
      and(
        eq(orderRequests.merchantId, ctx.merchantId),
        eq(orderRequests.orderId, order.id),
        eq(orderRequests.kind, "invoice"),
        inArray(orderRequests.status, ["open", "done"]),
      ),
    )
    .orderBy(desc(orderRequests.createdAt))
    .limit(1);
  if (!standing) return null;
  const { id: requestId, status: requestStatus } = standing;
  return { isPossible: false, reason: "already_requested", requestId, requestStatus };
}
