import { page } from "@/lib/core/pagination";
import { listAuditLog } from "@/lib/platform/audit";
import { auditEntryDto, listAuditLogInput } from "@/lib/platform/audit/schemas";
import { route } from "@/lib/platform/http/route";

export const GET = route({
  id: "listAuditLog",
  method: "GET",
  path: "/audit-log",
  summary: "Who changed what, newest first",
  tag: "Platform",
  permission: "audit-log:read",
  query: listAuditLogInput,
  response: page(auditEntryDto),
  handler: ({ ctx, query }) => listAuditLog(ctx, query),
});
