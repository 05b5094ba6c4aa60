import { restoreVersion } from "@/lib/data/knowledge";
import { articleDto, restoreVersionInput } from "@/lib/data/knowledge/schemas";
import { route } from "@/lib/platform/http/route";

export const POST = route({
  id: "restoreArticleVersion",
  method: "POST",
  path: "/knowledge/articles/{id}/versions/{number}/restore",
  summary: "Bring an older version back as a new one",
  tag: "Knowledge",
  permission: "knowledge:write",
  params: restoreVersionInput,
  response: articleDto,
  handler: ({ ctx, params }) => restoreVersion(ctx, params),
});
