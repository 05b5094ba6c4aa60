import { openAttachment } from "@/lib/platform/attachments";
import { attachmentIdInput } from "@/lib/platform/attachments/schemas";
import { route } from "@/lib/platform/http/route";
import { serveFile } from "../_serve-file";

export const GET = route({
  id: "getAttachment",
  method: "GET",
  path: "/attachments/{id}",
  summary: "A file of a conversation. Takes Range",
  tag: "Conversations",
  permission: "conversations:read",
  params: attachmentIdInput,
  responseType: "application/octet-stream",
  handler: async ({ ctx, request, params }) =>
    serveFile(await openAttachment(ctx, params), request, "same-origin"),
});
