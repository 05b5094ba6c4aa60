import { route } from "@/lib/platform/http/route";
import { conversationIdInput } from "@/lib/service/conversations/schemas";
import { chooseSuggestion, suggestReplies } from "@/lib/service/suggestions";
import { chooseSuggestionBody, replySuggestionsDto } from "@/lib/service/suggestions/schemas";

export const GET = route({
  id: "suggestReplies",
  method: "GET",
  path: "/conversations/{id}/suggestions",
  summary: "Drafts that a person may send, made of facts, articles and canned replies",
  tag: "Conversations",
  permission: "conversations:write",
  params: conversationIdInput,
  response: replySuggestionsDto,
  handler: ({ ctx, params }) => suggestReplies(ctx, { conversationId: params.id }),
});

export const POST = route({
  id: "chooseSuggestion",
  method: "POST",
  path: "/conversations/{id}/suggestions",
  summary: "Say what became of a draft",
  tag: "Conversations",
  permission: "conversations:write",
  params: conversationIdInput,
  body: chooseSuggestionBody,
  status: 204,
  handler: ({ ctx, params, body }) => chooseSuggestion(ctx, { conversationId: params.id, ...body }),
});
