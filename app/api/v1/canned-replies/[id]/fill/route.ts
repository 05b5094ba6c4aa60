import { route } from "@/lib/platform/http/route";
import { fillCannedReply } from "@/lib/service/canned-replies";
import {
  cannedReplyIdInput,
  fillCannedReplyBody,
  filledReplyDto,
} from "@/lib/service/canned-replies/schemas";

export const POST = route({
  id: "fillCannedReply",
  method: "POST",
  path: "/canned-replies/{id}/fill",
  summary: "A canned reply in a conversation's language, with its variables filled; counts as a use",
  tag: "Conversations",
  permission: "conversations:write",
  params: cannedReplyIdInput,
  body: fillCannedReplyBody,
  response: filledReplyDto,
  handler: ({ ctx, params, body }) => fillCannedReply(ctx, { ...params, ...body }),
});
