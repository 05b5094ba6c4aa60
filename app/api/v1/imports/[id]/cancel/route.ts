import { cancelImport } from "@/lib/data/imports";
import { importDto, importIdInput } from "@/lib/data/imports/schemas";
import { route } from "@/lib/platform/http/route";

export const POST = route({
  id: "cancelImport",
  method: "POST",
  path: "/imports/{id}/cancel",
  summary: "Cancel an import that is queued or running; nothing of it stays",
  tag: "Imports",
  permission: "imports:write",
  params: importIdInput,
  response: importDto,
  handler: ({ ctx, params }) => cancelImport(ctx, params),
});
