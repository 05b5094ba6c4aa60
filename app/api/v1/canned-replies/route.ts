import { page } from "@/lib/core/pagination";
import { route } from "@/lib/platform/http/route";
import { createCannedReply, listCannedReplies } from "@/lib/service/canned-replies";
import {
  cannedReplyDto,
  createCannedReplyInput,
  listCannedRepliesInput,
} from "@/lib/service/canned-replies/schemas";

export const GET = route({
  id: "listCannedReplies",
  method: "GET",
  path: "/canned-replies",
  summary: "List the shop's canned replies and one's own, by name",
  tag: "Conversations",
  permission: "conversations:read",
  query: listCannedRepliesInput,
  response: page(cannedReplyDto),
  handler: ({ ctx, query }) => listCannedReplies(ctx, query),
});

export const POST = route({
  id: "createCannedReply",
  method: "POST",
  path: "/canned-replies",
  summary: "Keep a reply under a short name; one for the whole shop needs knowledge:write too",
  tag: "Conversations",
  permission: "conversations:write",
  body: createCannedReplyInput,
  response: cannedReplyDto,
  status: 201,
  handler: ({ ctx, body }) => createCannedReply(ctx, body),
});
