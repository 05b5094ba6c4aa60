import { page } from "@/lib/core/pagination";
import { listSizeCharts } from "@/lib/data/catalog";
import { listSizeChartsInput, sizeChartSummaryDto } from "@/lib/data/catalog/schemas";
import { route } from "@/lib/platform/http/route";

export const GET = route({
  id: "listSizeCharts",
  method: "GET",
  path: "/size-charts",
  summary: "Size charts, one a variant group; or what is sold in sizes and has none",
  tag: "Shop",
  permission: "products:read",
  query: listSizeChartsInput,
  response: page(sizeChartSummaryDto),
  handler: ({ ctx, query }) => listSizeCharts(ctx, query),
});
