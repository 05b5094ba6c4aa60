import { route } from "@/lib/platform/http/route";
import { summariseConversation } from "@/lib/service/conversations";
import {
  conversationIdInput,
  conversationSummaryTextDto,
  summariseInput,
} from "@/lib/service/conversations/schemas";

export const POST = route({
  id: "summariseConversation",
  method: "POST",
  path: "/conversations/{id}/summary",
  summary:
    "What the conversation was about, by the shop's language model; 409 without one, 503 where it does not answer",
  tag: "Language model",
  permission: "conversations:write",
  params: conversationIdInput,
  body: summariseInput,
  response: conversationSummaryTextDto,
  handler: ({ ctx, params, body }) => summariseConversation(ctx, { ...params, ...body }),
});
