import { route } from "@/lib/platform/http/route";
import { setCapacity } from "@/lib/service/staffing";
import { assignmentDto, memberIdParams, setCapacityInput } from "@/lib/service/staffing/schemas";

export const PUT = route({
  id: "setMemberCapacity",
  method: "PUT",
  path: "/assignment/members/{id}",
  summary: "A member's languages and how many open conversations they take",
  tag: "Conversations",
  permission: "members:write",
  params: memberIdParams,
  body: setCapacityInput.omit({ userId: true }),
  response: assignmentDto,
  handler: ({ ctx, params, body }) => setCapacity(ctx, { userId: params.id, ...body }),
});
