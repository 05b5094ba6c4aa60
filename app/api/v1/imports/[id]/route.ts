import { getImport } from "@/lib/data/imports";
import { importDto, importIdInput } from "@/lib/data/imports/schemas";
import { route } from "@/lib/platform/http/route";

export const GET = route({
  id: "getImport",
  method: "GET",
  path: "/imports/{id}",
  summary: "One import: progress while it runs, its summary once it has ended",
  tag: "Imports",
  permission: "imports:read",
  params: importIdInput,
  response: importDto,
  handler: ({ ctx, params }) => getImport(ctx, params),
});
