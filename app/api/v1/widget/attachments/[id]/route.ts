import { openSignedAttachment } from "@/lib/platform/attachments";
import { attachmentIdInput, signedAddressInput } from "@/lib/platform/attachments/schemas";
import { preflight } from "@/lib/platform/http/cors";
import { route } from "@/lib/platform/http/route";
import { serveFile } from "../../../attachments/_serve-file";

export const OPTIONS = preflight;

export const GET = route({
  id: "getVisitorAttachment",
  method: "GET",
  path: "/widget/attachments/{id}",
  summary: "A file of the visitor's conversation, by the signed address that came with its message",
  tag: "Widget",
  auth: "public",
  params: attachmentIdInput,
  query: signedAddressInput,
  responseType: "application/octet-stream",
  // Many customers may sit behind one address, and a thread has many pictures.
  requestsPerMinute: 1_200,
  handler: async ({ ctx, request, params, query }) =>
    serveFile(await openSignedAttachment(ctx, { ...params, ...query }), request, "cross-origin"),
});
