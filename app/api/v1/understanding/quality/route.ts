import { route } from "@/lib/platform/http/route";
import { getQuality } from "@/lib/service/understanding";
import { qualityDto, qualityInput } from "@/lib/service/understanding/schemas";

export const GET = route({
  id: "getUnderstandingQuality",
  method: "GET",
  path: "/understanding/quality",
  summary: "How well messages were understood, by language, by day and in all",
  tag: "Understanding",
  permission: "understanding:read",
  query: qualityInput,
  response: qualityDto,
  handler: ({ ctx, query }) => getQuality(ctx, query),
});
