import { archiveArticle } from "@/lib/data/knowledge";
import { articleDto, articleIdInput } from "@/lib/data/knowledge/schemas";
import { route } from "@/lib/platform/http/route";

export const POST = route({
  id: "archiveArticle",
  method: "POST",
  path: "/knowledge/articles/{id}/archive",
  summary: "Take an article out of search and lists",
  tag: "Knowledge",
  permission: "knowledge:write",
  params: articleIdInput,
  response: articleDto,
  handler: ({ ctx, params }) => archiveArticle(ctx, params),
});
