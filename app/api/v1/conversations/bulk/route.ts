import { route } from "@/lib/platform/http/route";
import { updateConversations } from "@/lib/service/conversations";
import { bulkResultDto, updateConversationsInput } from "@/lib/service/conversations/schemas";

export const POST = route({
  id: "updateConversations",
  method: "POST",
  path: "/conversations/bulk",
  summary: "Do one thing to many conversations; each is changed, unchanged or refused with its reason",
  tag: "Conversations",
  permission: "conversations:write",
  body: updateConversationsInput,
  response: bulkResultDto,
  handler: ({ ctx, body }) => updateConversations(ctx, body),
});
