import { readVisitorToken } from "@/lib/platform/auth/visitor-token";
import { bearerToken } from "@/lib/platform/http/authenticate";
import { preflight } from "@/lib/platform/http/cors";
import { route } from "@/lib/platform/http/route";
import { openVisitorSession } from "@/lib/service/conversations";
import { openVisitorSessionInput, visitorSessionDto } from "@/lib/service/conversations/schemas";

export const OPTIONS = preflight;

export const POST = route({
  id: "openVisitorSession",
  method: "POST",
  path: "/widget/sessions",
  summary: "Open or resume a visitor's chat session; the answer's token is good for that visitor alone",
  tag: "Widget",
  auth: "public",
  body: openVisitorSessionInput,
  response: visitorSessionDto,
  handler: async ({ ctx, request, body }) => {
    const token = bearerToken(request);
    return openVisitorSession(body, {
      origin: request.headers.get("origin"),
      known: token ? await readVisitorToken(token) : null,
      requestId: ctx.requestId,
    });
  },
});
