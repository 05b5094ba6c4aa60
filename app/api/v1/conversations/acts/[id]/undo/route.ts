import { route } from "@/lib/platform/http/route";
import { undoAct } from "@/lib/service/conversations";
import { bulkResultDto, undoActInput } from "@/lib/service/conversations/schemas";

export const POST = route({
  id: "undoConversationAct",
  method: "POST",
  path: "/conversations/acts/{id}/undo",
  summary:
    "Put conversations back as they stood before a bulk act or macro of one's own, unless changed since",
  tag: "Conversations",
  permission: "conversations:write",
  params: undoActInput,
  response: bulkResultDto,
  handler: ({ ctx, params }) => undoAct(ctx, params),
});
