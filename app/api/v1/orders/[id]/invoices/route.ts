import { requestInvoice } from "@/lib/data/after-sales";
import { requestedInvoiceDto, requestInvoiceBody } from "@/lib/data/after-sales/schemas";
import { idInput } from "@/lib/data/orders/schemas";
import { route } from "@/lib/platform/http/route";

export const POST = route({
  id: "requestInvoice",
  method: "POST",
  path: "/orders/{id}/invoices",
  summary: "Ask for the invoice of a paid order",
  tag: "After-sales",
  permission: "orders:service",
  params: idInput,
  body: requestInvoiceBody,
  response: requestedInvoiceDto,
  handler: ({ ctx, params, body }) => requestInvoice(ctx, { orderId: params.id, ...body }),
});
