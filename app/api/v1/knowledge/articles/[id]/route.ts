import { getArticle, updateArticle } from "@/lib/data/knowledge";
import { articleDto, articleIdInput, updateArticleBody } from "@/lib/data/knowledge/schemas";
import { route } from "@/lib/platform/http/route";

export const GET = route({
  id: "getArticle",
  method: "GET",
  path: "/knowledge/articles/{id}",
  summary: "Read an article's latest version",
  tag: "Knowledge",
  permission: "knowledge:read",
  params: articleIdInput,
  response: articleDto,
  handler: ({ ctx, params }) => getArticle(ctx, params),
});

export const PATCH = route({
  id: "updateArticle",
  method: "PATCH",
  path: "/knowledge/articles/{id}",
  summary: "Save a new version of an article",
  tag: "Knowledge",
  permission: "knowledge:write",
  params: articleIdInput,
  body: updateArticleBody,
  response: articleDto,
  handler: ({ ctx, params, body }) => updateArticle(ctx, { ...params, ...body }),
});
