import { route } from "@/lib/platform/http/route";
import { addNote } from "@/lib/service/conversations";
import { conversationIdInput, messageDto, noteInput } from "@/lib/service/conversations/schemas";

export const POST = route({
  id: "addNote",
  method: "POST",
  path: "/conversations/{id}/note",
  summary: "Add a private note",
  tag: "Conversations",
  permission: "conversations:write",
  params: conversationIdInput,
  body: noteInput,
  response: messageDto,
  handler: ({ ctx, params, body }) => addNote(ctx, { ...params, ...body }),
});
