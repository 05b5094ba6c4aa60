import { searchKnowledge } from "@/lib/data/knowledge";
import { knowledgeSearchDto, searchKnowledgeQuery } from "@/lib/data/knowledge/schemas";
import { route } from "@/lib/platform/http/route";

export const GET = route({
  id: "searchKnowledge",
  method: "GET",
  path: "/knowledge/search",
  summary: "Find the articles that answer a question",
  tag: "Knowledge",
  permission: "knowledge:read",
  query: searchKnowledgeQuery,
  response: knowledgeSearchDto,
  handler: ({ ctx, query }) => searchKnowledge(ctx, query),
});
