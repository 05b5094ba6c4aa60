import { preflight } from "@/lib/platform/http/cors";
import { route } from "@/lib/platform/http/route";
import { rateAsVisitor } from "@/lib/service/conversations";
import { rateInput } from "@/lib/service/conversations/schemas";

export const OPTIONS = preflight;

export const POST = route({
  id: "rateAsVisitor",
  method: "POST",
  path: "/widget/rate",
  summary: "Rate the conversation, 1 to 5",
  tag: "Widget",
  auth: "visitor",
  body: rateInput,
  status: 204,
  handler: ({ ctx, body }) => rateAsVisitor(ctx, body),
});
