import { z } from "zod";
import { route } from "@/lib/platform/http/route";
import { messageDto } from "@/lib/service/conversations/schemas";
import { correctIntent, undoCorrection } from "@/lib/service/understanding";
import { correctIntentBody } from "@/lib/service/understanding/schemas";

const path = "/conversations/{id}/messages/{messageId}/intent";
const params = z.object({ id: z.uuid(), messageId: z.uuid() });

export const POST = route({
  id: "correctIntent",
  method: "POST",
  path,
  summary: "Correct or confirm what a customer's message asks for; the latest word counts",
  tag: "Understanding",
  permission: "understanding:write",
  params,
  body: correctIntentBody,
  response: messageDto,
  handler: ({ ctx, params, body }) =>
    correctIntent(ctx, { conversationId: params.id, messageId: params.messageId, ...body }),
});

export const DELETE = route({
  id: "undoCorrection",
  method: "DELETE",
  path,
  summary: "Take the correction of a message back",
  tag: "Understanding",
  permission: "understanding:write",
  params,
  response: messageDto,
  handler: ({ ctx, params }) =>
    undoCorrection(ctx, { conversationId: params.id, messageId: params.messageId }),
});
