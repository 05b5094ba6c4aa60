import { preflight } from "@/lib/platform/http/cors";
import { route } from "@/lib/platform/http/route";
import { sendVisitorMessage, toVisitorAnswer } from "@/lib/service/conversations";
import { sentVisitorMessageDto, visitorMessageInput } from "@/lib/service/conversations/schemas";

export const OPTIONS = preflight;

export const POST = route({
  id: "sendVisitorMessage",
  method: "POST",
  path: "/widget/messages",
  summary: "Send the visitor's message; the first one opens the conversation",
  tag: "Widget",
  auth: "visitor",
  body: visitorMessageInput,
  response: sentVisitorMessageDto,
  handler: async ({ ctx, body }) => toVisitorAnswer(ctx, await sendVisitorMessage(ctx, body)),
});
