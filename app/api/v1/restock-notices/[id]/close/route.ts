import { closeRestockNotice } from "@/lib/data/after-sales";
import { closeRestockNoticeBody, restockNoticeDto } from "@/lib/data/after-sales/schemas";
import { idInput } from "@/lib/data/catalog/schemas";
import { route } from "@/lib/platform/http/route";

export const POST = route({
  id: "closeRestockNotice",
  method: "POST",
  path: "/restock-notices/{id}/close",
  summary: "End a notice: they were told, or do not want to hear of it any more",
  tag: "After-sales",
  permission: "orders:service",
  params: idInput,
  body: closeRestockNoticeBody,
  response: restockNoticeDto,
  handler: ({ ctx, params, body }) => closeRestockNotice(ctx, { ...params, ...body }),
});
