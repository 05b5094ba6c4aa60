import { page } from "@/lib/core/pagination";
import { route } from "@/lib/platform/http/route";
import { createMacro, listMacros } from "@/lib/service/macros";
import { createMacroInput, listMacrosInput, macroDto } from "@/lib/service/macros/schemas";

export const GET = route({
  id: "listMacros",
  method: "GET",
  path: "/macros",
  summary: "List the shop's macros and one's own, by name",
  tag: "Conversations",
  permission: "conversations:read",
  query: listMacrosInput,
  response: page(macroDto),
  handler: ({ ctx, query }) => listMacros(ctx, query),
});

export const POST = route({
  id: "createMacro",
  method: "POST",
  path: "/macros",
  summary: "Keep a list of steps under a name; one for the whole shop needs knowledge:write too",
  tag: "Conversations",
  permission: "conversations:write",
  body: createMacroInput,
  response: macroDto,
  status: 201,
  handler: ({ ctx, body }) => createMacro(ctx, body),
});
