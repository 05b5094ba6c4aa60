import { draftArticleFromConversation } from "@/lib/data/knowledge";
import { articleDto, draftFromConversationInput } from "@/lib/data/knowledge/schemas";
import { route } from "@/lib/platform/http/route";

export const POST = route({
  id: "draftArticleFromConversation",
  method: "POST",
  path: "/knowledge/drafts",
  summary: "Make a draft of a resolved conversation",
  tag: "Knowledge",
  permission: "knowledge:write",
  body: draftFromConversationInput,
  response: articleDto,
  handler: ({ ctx, body }) => draftArticleFromConversation(ctx, body),
});
