import { page } from "@/lib/core/pagination";
import { route } from "@/lib/platform/http/route";
import { listConversations, startConversation } from "@/lib/service/conversations";
import {
  conversationDto,
  conversationSummaryDto,
  listConversationsInput,
  startConversationInput,
} from "@/lib/service/conversations/schemas";

export const GET = route({
  id: "listConversations",
  method: "GET",
  path: "/conversations",
  summary: "List conversations, the most recently active first",
  tag: "Conversations",
  permission: "conversations:read",
  query: listConversationsInput,
  response: page(conversationSummaryDto),
  handler: ({ ctx, query }) => listConversations(ctx, query),
});

export const POST = route({
  id: "startConversation",
  method: "POST",
  path: "/conversations",
  summary: "Open a conversation for a customer that you vouch for",
  tag: "Conversations",
  permission: "conversations:write",
  body: startConversationInput,
  response: conversationDto,
  status: 201,
  handler: ({ ctx, body }) => startConversation(ctx, body),
});
