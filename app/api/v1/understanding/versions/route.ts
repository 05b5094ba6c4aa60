import { page } from "@/lib/core/pagination";
import { route } from "@/lib/platform/http/route";
import { listVersions } from "@/lib/service/understanding";
import { headVersionDto, listVersionsInput } from "@/lib/service/understanding/schemas";

export const GET = route({
  id: "listHeadVersions",
  method: "GET",
  path: "/understanding/versions",
  summary: "List what was learnt from the shop, version by version, with the figures that decided",
  tag: "Understanding",
  permission: "understanding:read",
  query: listVersionsInput,
  response: page(headVersionDto),
  handler: ({ ctx, query }) => listVersions(ctx, query),
});
