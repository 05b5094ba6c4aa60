import { z } from "zod";
import { route } from "@/lib/platform/http/route";
import { createLabel, listLabels } from "@/lib/service/labels";
import { countedLabelDto, createLabelInput, labelDto } from "@/lib/service/labels/schemas";

export const GET = route({
  id: "listLabels",
  method: "GET",
  path: "/labels",
  summary: "List the shop's labels of conversations, by name",
  tag: "Conversations",
  permission: "conversations:read",
  response: z.object({ data: z.array(countedLabelDto) }),
  handler: ({ ctx }) => listLabels(ctx),
});

export const POST = route({
  id: "createLabel",
  method: "POST",
  path: "/labels",
  summary: "Make a label for conversations",
  tag: "Conversations",
  permission: "conversations:write",
  body: createLabelInput,
  response: labelDto,
  status: 201,
  handler: ({ ctx, body }) => createLabel(ctx, body),
});
