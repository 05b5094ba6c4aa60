import { importArticles } from "@/lib/data/knowledge";
import { importArticlesInput, importedArticlesDto } from "@/lib/data/knowledge/schemas";
import { route } from "@/lib/platform/http/route";

export const POST = route({
  id: "importArticles",
  method: "POST",
  path: "/knowledge/import",
  summary: "Read articles from Markdown, HTML or CSV",
  tag: "Knowledge",
  permission: "knowledge:write",
  body: importArticlesInput,
  response: importedArticlesDto,
  handler: ({ ctx, body }) => importArticles(ctx, body),
});
