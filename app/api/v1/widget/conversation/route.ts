import { preflight } from "@/lib/platform/http/cors";
import { route } from "@/lib/platform/http/route";
import { getVisitorConversation } from "@/lib/service/conversations";
import { visitorConversationDto } from "@/lib/service/conversations/schemas";

export const OPTIONS = preflight;

export const GET = route({
  id: "getVisitorConversation",
  method: "GET",
  path: "/widget/conversation",
  summary: "The visitor's conversation; 204 before the first message",
  tag: "Widget",
  auth: "visitor",
  response: visitorConversationDto,
  handler: ({ ctx }) => getVisitorConversation(ctx),
});
