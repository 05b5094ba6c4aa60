import { unpublishArticle } from "@/lib/data/knowledge";
import { articleDto, articleIdInput } from "@/lib/data/knowledge/schemas";
import { route } from "@/lib/platform/http/route";

export const POST = route({
  id: "unpublishArticle",
  method: "POST",
  path: "/knowledge/articles/{id}/unpublish",
  summary: "Make a draft of a published or archived article",
  tag: "Knowledge",
  permission: "knowledge:write",
  params: articleIdInput,
  response: articleDto,
  handler: ({ ctx, params }) => unpublishArticle(ctx, params),
});
