import { getBusinessHours, setBusinessHours } from "@/lib/data/business-hours";
import { businessHoursDto, setBusinessHoursInput } from "@/lib/data/business-hours/schemas";
import { route } from "@/lib/platform/http/route";

export const GET = route({
  id: "getBusinessHours",
  method: "GET",
  path: "/business-hours",
  summary: "When people answer, and whether they do now",
  tag: "Conversations",
  permission: "conversations:read",
  response: businessHoursDto,
  handler: ({ ctx }) => getBusinessHours(ctx),
});

export const PUT = route({
  id: "setBusinessHours",
  method: "PUT",
  path: "/business-hours",
  summary: "Say when people answer, in the shop's time zone",
  tag: "Conversations",
  permission: "settings:write",
  body: setBusinessHoursInput,
  response: businessHoursDto,
  handler: ({ ctx, body }) => setBusinessHours(ctx, body),
});
