import { changeComplaint, getComplaint } from "@/lib/data/after-sales";
import { changeComplaintBody, complaintDto } from "@/lib/data/after-sales/schemas";
import { idInput } from "@/lib/data/orders/schemas";
import { route } from "@/lib/platform/http/route";

export const GET = route({
  id: "getComplaint",
  method: "GET",
  path: "/complaints/{id}",
  summary: "One complaint",
  tag: "After-sales",
  permission: "orders:read",
  params: idInput,
  response: complaintDto,
  handler: ({ ctx, params }) => getComplaint(ctx, params),
});

export const PATCH = route({
  id: "changeComplaint",
  method: "PATCH",
  path: "/complaints/{id}",
  summary: "Take a complaint up, close it with what was done about it, or open it again",
  tag: "After-sales",
  permission: "orders:service",
  params: idInput,
  body: changeComplaintBody,
  response: complaintDto,
  handler: ({ ctx, params, body }) => changeComplaint(ctx, { ...params, ...body }),
});
