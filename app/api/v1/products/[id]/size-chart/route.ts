import { getSizeChart, setSizeChart } from "@/lib/data/catalog";
import { idInput, productSizeChartDto, setSizeChartBody } from "@/lib/data/catalog/schemas";
import { route } from "@/lib/platform/http/route";

export const GET = route({
  id: "getSizeChart",
  method: "GET",
  path: "/products/{id}/size-chart",
  summary: "The size chart of a product or of its variant group",
  tag: "Shop",
  permission: "products:read",
  params: idInput,
  response: productSizeChartDto,
  handler: ({ ctx, params }) => getSizeChart(ctx, { productId: params.id }),
});

export const PUT = route({
  id: "setSizeChart",
  method: "PUT",
  path: "/products/{id}/size-chart",
  summary: "Give a product its size chart, or take it away with null",
  tag: "Shop",
  permission: "products:write",
  params: idInput,
  body: setSizeChartBody,
  response: productSizeChartDto,
  handler: ({ ctx, params, body }) => setSizeChart(ctx, { productId: params.id, ...body }),
});

export const DELETE = route({
  id: "removeSizeChart",
  method: "DELETE",
  path: "/products/{id}/size-chart",
  summary: "Take the size chart away from a product and its variants",
  tag: "Shop",
  permission: "products:write",
  params: idInput,
  response: productSizeChartDto,
  handler: ({ ctx, params }) => setSizeChart(ctx, { productId: params.id, chart: null }),
});
