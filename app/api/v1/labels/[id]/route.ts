import { route } from "@/lib/platform/http/route";
import { deleteLabel, updateLabel } from "@/lib/service/labels";
import { labelDto, labelIdInput, updateLabelBody } from "@/lib/service/labels/schemas";

export const PATCH = route({
  id: "updateLabel",
  method: "PATCH",
  path: "/labels/{id}",
  summary: "Rename or recolour a label",
  tag: "Conversations",
  permission: "understanding:manage",
  params: labelIdInput,
  body: updateLabelBody,
  response: labelDto,
  handler: ({ ctx, params, body }) => updateLabel(ctx, { ...params, ...body }),
});

export const DELETE = route({
  id: "deleteLabel",
  method: "DELETE",
  path: "/labels/{id}",
  summary: "Delete a label and take it off every conversation",
  tag: "Conversations",
  permission: "understanding:manage",
  params: labelIdInput,
  status: 204,
  handler: ({ ctx, params }) => deleteLabel(ctx, params),
});
