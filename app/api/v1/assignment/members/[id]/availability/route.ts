import { route } from "@/lib/platform/http/route";
import { setAvailability } from "@/lib/service/staffing";
import { assignmentDto, memberIdParams, setAvailabilityInput } from "@/lib/service/staffing/schemas";

export const PUT = route({
  id: "setMemberAvailability",
  method: "PUT",
  path: "/assignment/members/{id}/availability",
  summary: "Say that a member is there or away",
  tag: "Conversations",
  permission: "members:write",
  params: memberIdParams,
  body: setAvailabilityInput.omit({ userId: true }),
  response: assignmentDto,
  handler: ({ ctx, params, body }) => setAvailability(ctx, { userId: params.id, ...body }),
});
