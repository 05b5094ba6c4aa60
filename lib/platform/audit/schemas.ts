import { z } from "zod";
import { pageInput } from "@/lib/core/pagination";

export const auditEntryDto = z
  .object({
    id: z.uuid(),
    actor: z.object({ type: z.string(), id: z.string().nullable(), name: z.string() }),
    action: z.string(),
    subject: z.object({ type: z.string(), id: z.string() }),
    details: z.record(z.string(), z.unknown()),
    requestId: z.string(),
    createdAt: z.string(),
  })
  .meta({ id: "AuditEntry" });
export type AuditEntryDto = z.infer<typeof auditEntryDto>;

export const listAuditLogInput = pageInput.extend({
  action: z.string().max(80).optional(),
  subjectId: z.string().max(80).optional(),
});
export type ListAuditLogInput = z.input<typeof listAuditLogInput>;
