import { route } from "@/lib/platform/http/route";
import { deleteMacro, updateMacro } from "@/lib/service/macros";
import { macroDto, macroIdInput, updateMacroBody } from "@/lib/service/macros/schemas";

export const PATCH = route({
  id: "updateMacro",
  method: "PATCH",
  path: "/macros/{id}",
  summary: "Change a macro's name or steps",
  tag: "Conversations",
  permission: "conversations:write",
  params: macroIdInput,
  body: updateMacroBody,
  response: macroDto,
  handler: ({ ctx, params, body }) => updateMacro(ctx, { ...params, ...body }),
});

export const DELETE = route({
  id: "deleteMacro",
  method: "DELETE",
  path: "/macros/{id}",
  summary: "Delete a macro",
  tag: "Conversations",
  permission: "conversations:write",
  params: macroIdInput,
  status: 204,
  handler: ({ ctx, params }) => deleteMacro(ctx, params),
});
