import { publishArticle } from "@/lib/data/knowledge";
import { articleDto, articleIdInput, publishArticleBody } from "@/lib/data/knowledge/schemas";
import { route } from "@/lib/platform/http/route";

export const POST = route({
  id: "publishArticle",
  method: "POST",
  path: "/knowledge/articles/{id}/publish",
  summary: "Publish an article's latest version, or an older one",
  tag: "Knowledge",
  permission: "knowledge:write",
  params: articleIdInput,
  body: publishArticleBody,
  response: articleDto,
  handler: ({ ctx, params, body }) => publishArticle(ctx, { ...params, ...body }),
});
