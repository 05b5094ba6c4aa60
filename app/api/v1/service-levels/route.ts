import { route } from "@/lib/platform/http/route";
import { getServiceLevels, setServiceLevels } from "@/lib/service/staffing";
import { serviceLevelsDto, setServiceLevelsInput } from "@/lib/service/staffing/schemas";

export const GET = route({
  id: "getServiceLevels",
  method: "GET",
  path: "/service-levels",
  summary: "How soon the shop means to answer, by channel",
  tag: "Conversations",
  permission: "conversations:read",
  response: serviceLevelsDto,
  handler: ({ ctx }) => getServiceLevels(ctx),
});

export const PUT = route({
  id: "setServiceLevels",
  method: "PUT",
  path: "/service-levels",
  summary: "Replace the shop's service levels",
  tag: "Conversations",
  permission: "settings:write",
  body: setServiceLevelsInput,
  response: serviceLevelsDto,
  handler: ({ ctx, body }) => setServiceLevels(ctx, body),
});
