import { route } from "@/lib/platform/http/route";
import { deleteCannedReply, updateCannedReply } from "@/lib/service/canned-replies";
import {
  cannedReplyDto,
  cannedReplyIdInput,
  updateCannedReplyBody,
} from "@/lib/service/canned-replies/schemas";

export const PATCH = route({
  id: "updateCannedReply",
  method: "PATCH",
  path: "/canned-replies/{id}",
  summary: "Change a canned reply's name or texts",
  tag: "Conversations",
  permission: "conversations:write",
  params: cannedReplyIdInput,
  body: updateCannedReplyBody,
  response: cannedReplyDto,
  handler: ({ ctx, params, body }) => updateCannedReply(ctx, { ...params, ...body }),
});

export const DELETE = route({
  id: "deleteCannedReply",
  method: "DELETE",
  path: "/canned-replies/{id}",
  summary: "Delete a canned reply",
  tag: "Conversations",
  permission: "conversations:write",
  params: cannedReplyIdInput,
  status: 204,
  handler: ({ ctx, params }) => deleteCannedReply(ctx, params),
});
