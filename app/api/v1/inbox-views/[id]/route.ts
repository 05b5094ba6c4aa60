import { route } from "@/lib/platform/http/route";
import { deleteInboxView, updateInboxView } from "@/lib/service/inbox-views";
import { inboxViewDto, inboxViewIdInput, updateInboxViewBody } from "@/lib/service/inbox-views/schemas";

export const PATCH = route({
  id: "updateInboxView",
  method: "PATCH",
  path: "/inbox-views/{id}",
  summary: "Change a view's name or filters, or share it with the shop",
  tag: "Conversations",
  permission: "conversations:write",
  params: inboxViewIdInput,
  body: updateInboxViewBody,
  response: inboxViewDto,
  handler: ({ ctx, params, body }) => updateInboxView(ctx, { ...params, ...body }),
});

export const DELETE = route({
  id: "deleteInboxView",
  method: "DELETE",
  path: "/inbox-views/{id}",
  summary: "Delete a saved view; its conversations stay",
  tag: "Conversations",
  permission: "conversations:write",
  params: inboxViewIdInput,
  status: 204,
  handler: ({ ctx, params }) => deleteInboxView(ctx, params),
});
