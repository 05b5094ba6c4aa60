import { route } from "@/lib/platform/http/route";
import { translateMessages } from "@/lib/service/conversations";
import {
  conversationIdInput,
  translateMessagesInput,
  translationsDto,
} from "@/lib/service/conversations/schemas";

export const POST = route({
  id: "translateMessages",
  method: "POST",
  path: "/conversations/{id}/translations",
  summary:
    "The latest messages in a reader's language, by the shop's language model; stored ones cost nothing",
  tag: "Language model",
  permission: "conversations:write",
  params: conversationIdInput,
  body: translateMessagesInput,
  response: translationsDto,
  handler: ({ ctx, params, body }) => translateMessages(ctx, { ...params, ...body }),
});
