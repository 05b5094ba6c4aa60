import { page, pageInput } from "@/lib/core/pagination";
import { listVersions } from "@/lib/data/knowledge";
import { articleIdInput, articleVersionDto } from "@/lib/data/knowledge/schemas";
import { route } from "@/lib/platform/http/route";

export const GET = route({
  id: "listArticleVersions",
  method: "GET",
  path: "/knowledge/articles/{id}/versions",
  summary: "List the versions of an article, newest first",
  tag: "Knowledge",
  permission: "knowledge:read",
  params: articleIdInput,
  query: pageInput,
  response: page(articleVersionDto),
  handler: ({ ctx, params, query }) => listVersions(ctx, { ...params, ...query }),
});
