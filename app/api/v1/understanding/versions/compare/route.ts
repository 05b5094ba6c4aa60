import { route } from "@/lib/platform/http/route";
import { compareVersions } from "@/lib/service/understanding";
import { compareVersionsInput, headComparisonDto } from "@/lib/service/understanding/schemas";

export const GET = route({
  id: "compareHeadVersions",
  method: "GET",
  path: "/understanding/versions/compare",
  summary: "Compare two versions, or one with the shipped model, on the same held-out texts",
  tag: "Understanding",
  permission: "understanding:read",
  query: compareVersionsInput,
  response: headComparisonDto,
  handler: ({ ctx, query }) => compareVersions(ctx, query),
});
