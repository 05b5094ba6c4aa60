import { uploadAttachment } from "@/lib/platform/attachments";
import { attachmentDto } from "@/lib/platform/attachments/schemas";
import { route } from "@/lib/platform/http/route";
import { receiveFile } from "./_receive-file";

export const POST = route({
  id: "uploadAttachment",
  method: "POST",
  path: "/attachments",
  summary:
    "Upload a file for a message (multipart, part file): JPEG, PNG, WebP or GIF of at most 10 MiB, PDF of 20, MP4 or WebM of 50, OGG, WebM or WAV of 16. Send its id as attachmentIds within a day",
  tag: "Conversations",
  permission: "conversations:write",
  streamedBody: "multipart/form-data",
  response: attachmentDto,
  status: 201,
  handler: (args) => receiveFile(args, uploadAttachment),
});
