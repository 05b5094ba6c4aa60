import { route } from "@/lib/platform/http/route";
import { getServiceQuality } from "@/lib/service/quality";
import { serviceQualityDto, serviceQualityInput } from "@/lib/service/quality/schemas";

export const GET = route({
  id: "getServiceQuality",
  method: "GET",
  path: "/service-quality",
  summary: "How customers were served: volumes, times, what the bot settled alone, ratings, people",
  tag: "Conversations",
  permission: "metrics:read",
  query: serviceQualityInput,
  response: serviceQualityDto,
  handler: ({ ctx, query }) => getServiceQuality(ctx, query),
});
