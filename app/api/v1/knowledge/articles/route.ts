import { page } from "@/lib/core/pagination";
import { createArticle, listArticles } from "@/lib/data/knowledge";
import {
  articleDto,
  articleSummaryDto,
  createArticleInput,
  listArticlesInput,
} from "@/lib/data/knowledge/schemas";
import { route } from "@/lib/platform/http/route";

export const GET = route({
  id: "listArticles",
  method: "GET",
  path: "/knowledge/articles",
  summary: "List articles, the most recently changed first",
  tag: "Knowledge",
  permission: "knowledge:read",
  query: listArticlesInput,
  response: page(articleSummaryDto),
  handler: ({ ctx, query }) => listArticles(ctx, query),
});

export const POST = route({
  id: "createArticle",
  method: "POST",
  path: "/knowledge/articles",
  summary: "Write an article, a draft or published at once",
  tag: "Knowledge",
  permission: "knowledge:write",
  body: createArticleInput,
  response: articleDto,
  status: 201,
  handler: ({ ctx, body }) => createArticle(ctx, body),
});
