import { uploadVisitorAttachment } from "@/lib/platform/attachments";
import { attachmentDto } from "@/lib/platform/attachments/schemas";
import { preflight } from "@/lib/platform/http/cors";
import { route } from "@/lib/platform/http/route";
import { receiveFile } from "../../attachments/_receive-file";

export const OPTIONS = preflight;

export const POST = route({
  id: "uploadVisitorAttachment",
  method: "POST",
  path: "/widget/attachments",
  summary:
    "Upload a file for a message of the visitor (multipart, part file); its id goes into attachmentIds",
  tag: "Widget",
  auth: "visitor",
  streamedBody: "multipart/form-data",
  response: attachmentDto,
  status: 201,
  handler: (args) => receiveFile(args, uploadVisitorAttachment),
});
