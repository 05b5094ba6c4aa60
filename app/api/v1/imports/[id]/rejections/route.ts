import { streamRejections } from "@/lib/data/imports";
import { importIdInput } from "@/lib/data/imports/schemas";
import { route } from "@/lib/platform/http/route";

export const GET = route({
  id: "downloadRejections",
  method: "GET",
  path: "/imports/{id}/rejections",
  summary: "The rows that were set aside as CSV: row number, reason, and the row as it stood",
  tag: "Imports",
  permission: "imports:read",
  params: importIdInput,
  responseType: "text/csv",
  handler: async ({ ctx, params }) => {
    const { stream, contentType, fileName } = await streamRejections(ctx, params);
    return new Response(stream, {
      headers: {
        "Content-Type": contentType,
        "Content-Disposition": `attachment; filename="rejections.csv"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      },
    });
  },
});
