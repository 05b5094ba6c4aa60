import { copySizeChart } from "@/lib/data/catalog";
import { copiedSizeChartDto, copySizeChartBody, idInput } from "@/lib/data/catalog/schemas";
import { route } from "@/lib/platform/http/route";

export const POST = route({
  id: "copySizeChart",
  method: "POST",
  path: "/products/{id}/size-chart/copy",
  summary: "Give other products the size chart of this one",
  tag: "Shop",
  permission: "products:write",
  params: idInput,
  body: copySizeChartBody,
  response: copiedSizeChartDto,
  handler: ({ ctx, params, body }) => copySizeChart(ctx, { productId: params.id, ...body }),
});
