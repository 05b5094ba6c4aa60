import { page } from "@/lib/core/pagination";
import { listComplaints, openComplaint } from "@/lib/data/after-sales";
import { complaintDto, listComplaintsInput, openComplaintInput } from "@/lib/data/after-sales/schemas";
import { route } from "@/lib/platform/http/route";

export const GET = route({
  id: "listComplaints",
  method: "GET",
  path: "/complaints",
  summary: "List complaints, newest first",
  tag: "After-sales",
  permission: "orders:read",
  query: listComplaintsInput,
  response: page(complaintDto),
  handler: ({ ctx, query }) => listComplaints(ctx, query),
});

export const POST = route({
  id: "openComplaint",
  method: "POST",
  path: "/complaints",
  summary: "Write down a complaint for people to work on",
  tag: "After-sales",
  permission: "orders:service",
  body: openComplaintInput,
  response: complaintDto,
  handler: ({ ctx, body }) => openComplaint(ctx, body),
});
