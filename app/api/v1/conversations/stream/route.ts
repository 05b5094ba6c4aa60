import { z } from "zod";
import { can } from "@/lib/core/permissions";
import { eventStream } from "@/lib/platform/http/event-stream";
import { route } from "@/lib/platform/http/route";

export const dynamic = "force-dynamic";

export const GET = route({
  id: "streamConversations",
  method: "GET",
  path: "/conversations/stream",
  summary: "Live messages, conversation changes and typing, as server-sent events; resumes by Last-Event-ID",
  tag: "Conversations",
  permission: "conversations:read",
  query: z.object({ after: z.coerce.number().int().min(0).optional() }),
  responseType: "text/event-stream",
  handler: async ({ ctx, request, query }) =>
    eventStream({
      request,
      ctx,
      after: query.after,
      // What is not sent yet is for those alone who may answer.
      select: (event) => (event.type === "preview" && !can(ctx.actor, "conversations:write") ? null : event),
    }),
});
