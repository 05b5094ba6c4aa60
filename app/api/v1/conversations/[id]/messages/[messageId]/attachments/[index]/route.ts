import { route } from "@/lib/platform/http/route";
import { fetchMessageAttachment } from "@/lib/service/conversations";
import { attachmentInput } from "@/lib/service/conversations/schemas";

export const GET = route({
  id: "getMessageAttachment",
  method: "GET",
  path: "/conversations/{id}/messages/{messageId}/attachments/{index}",
  summary: "Fetch a file that came with a customer's message from where the platform keeps it",
  tag: "Channels",
  permission: "conversations:read",
  params: attachmentInput,
  responseType: "application/octet-stream",
  handler: async ({ ctx, params }) => {
    const { bytes, fileName } = await fetchMessageAttachment(ctx, params);
    // Strangers send these: a browser must neither guess what they are nor open them on the desk's own origin.
    return new Response(bytes as BodyInit, {
      headers: {
        "Content-Type": "application/octet-stream",
        "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
        "X-Content-Type-Options": "nosniff",
      },
    });
  },
});
