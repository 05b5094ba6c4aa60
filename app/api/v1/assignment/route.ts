import { route } from "@/lib/platform/http/route";
import { getAssignment, setAssignment } from "@/lib/service/staffing";
import { assignmentDto, setAssignmentInput } from "@/lib/service/staffing/schemas";

export const GET = route({
  id: "getAssignment",
  method: "GET",
  path: "/assignment",
  summary: "How conversations find somebody, and what each member takes on",
  tag: "Conversations",
  permission: "conversations:read",
  response: assignmentDto,
  handler: ({ ctx }) => getAssignment(ctx),
});

export const PUT = route({
  id: "setAssignment",
  method: "PUT",
  path: "/assignment",
  summary: "Say how conversations find somebody",
  tag: "Conversations",
  permission: "settings:write",
  body: setAssignmentInput,
  response: assignmentDto,
  handler: ({ ctx, body }) => setAssignment(ctx, body),
});
