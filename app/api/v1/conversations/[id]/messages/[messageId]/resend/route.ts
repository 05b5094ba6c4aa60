import { route } from "@/lib/platform/http/route";
import { resendMessage } from "@/lib/service/conversations";
import { conversationMessageInput, messageDto } from "@/lib/service/conversations/schemas";

export const POST = route({
  id: "resendMessage",
  method: "POST",
  path: "/conversations/{id}/messages/{messageId}/resend",
  summary: "Send again what of a message failed, or of which nobody knows whether it arrived",
  tag: "Channels",
  permission: "conversations:write",
  params: conversationMessageInput,
  response: messageDto,
  handler: ({ ctx, params }) => resendMessage(ctx, params),
});
