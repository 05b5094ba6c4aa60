import { page } from "@/lib/core/pagination";
import { route } from "@/lib/platform/http/route";
import { searchConversations } from "@/lib/service/conversations";
import { conversationHitDto, searchConversationsInput } from "@/lib/service/conversations/schemas";

export const GET = route({
  id: "searchConversations",
  method: "GET",
  path: "/conversations/search",
  summary: "Search the words of messages and customers' names, with the place of each hit",
  tag: "Conversations",
  permission: "conversations:read",
  query: searchConversationsInput,
  response: page(conversationHitDto),
  handler: ({ ctx, query }) => searchConversations(ctx, query),
});
