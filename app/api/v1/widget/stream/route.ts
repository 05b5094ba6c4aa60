import { z } from "zod";
import { notFound } from "@/lib/core/errors";
import { preflight } from "@/lib/platform/http/cors";
import { eventStream } from "@/lib/platform/http/event-stream";
import { route } from "@/lib/platform/http/route";
import { findVisitorConversationId, selectForVisitor } from "@/lib/service/conversations";

export const dynamic = "force-dynamic";
export const OPTIONS = preflight;

export const GET = route({
  id: "streamVisitorConversation",
  method: "GET",
  path: "/widget/stream",
  summary: "Live messages and changes of the visitor's conversation, as server-sent events",
  tag: "Widget",
  auth: "visitor",
  query: z.object({ after: z.coerce.number().int().min(0).optional() }),
  responseType: "text/event-stream",
  handler: async ({ ctx, request, query }) => {
    const conversationId = await findVisitorConversationId(ctx);
    if (!conversationId) throw notFound("conversation yet");
    return eventStream({
      request,
      ctx,
      after: query.after,
      conversationId,
      select: (event) => selectForVisitor(ctx, event, conversationId),
    });
  },
});
