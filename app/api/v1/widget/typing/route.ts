import { preflight } from "@/lib/platform/http/cors";
import { route } from "@/lib/platform/http/route";
import { announceVisitorTyping } from "@/lib/service/conversations";
import { visitorTypingInput } from "@/lib/service/conversations/schemas";

export const OPTIONS = preflight;

export const POST = route({
  id: "announceVisitorTyping",
  method: "POST",
  path: "/widget/typing",
  summary: "Show the desk that the visitor is writing",
  tag: "Widget",
  auth: "visitor",
  body: visitorTypingInput,
  status: 204,
  handler: ({ ctx, body }) => announceVisitorTyping(ctx, body),
});
