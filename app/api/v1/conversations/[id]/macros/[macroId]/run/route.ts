import { route } from "@/lib/platform/http/route";
import { runMacro } from "@/lib/service/conversations";
import { macroRunDto, runMacroParams } from "@/lib/service/conversations/schemas";

export const POST = route({
  id: "runMacro",
  method: "POST",
  path: "/conversations/{id}/macros/{macroId}/run",
  summary: "Run all steps of a macro on a conversation, or none",
  tag: "Conversations",
  permission: "conversations:write",
  params: runMacroParams,
  response: macroRunDto,
  handler: ({ ctx, params }) => runMacro(ctx, { conversationId: params.id, macroId: params.macroId }),
});
