import { route } from "@/lib/platform/http/route";
import { translateDraft } from "@/lib/service/conversations";
import {
  conversationIdInput,
  draftTranslationDto,
  translateDraftInput,
} from "@/lib/service/conversations/schemas";

export const POST = route({
  id: "translateDraft",
  method: "POST",
  path: "/conversations/{id}/translations/draft",
  summary: "What an agent has written, in the customer's language, to be read before it is sent",
  tag: "Language model",
  permission: "conversations:write",
  params: conversationIdInput,
  body: translateDraftInput,
  response: draftTranslationDto,
  handler: ({ ctx, params, body }) => translateDraft(ctx, { ...params, ...body }),
});
