import { and, desc, eq } from "drizzle-orm";
import { olderThan } from "@/db/keyset";
import { auditLog } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { decodeInstantCursor, type Page, toPage } from "@/lib/core/pagination";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { type AuditEntryDto, type ListAuditLogInput, listAuditLogInput } from "./schemas";

/** The audit log, newest first; by action or by the record it is about. */
export async function listAuditLog(ctx: Context, raw: ListAuditLogInput = {}): Promise<Page<AuditEntryDto>> {
  requirePermission(ctx, "audit-log:read");
  const { limit, cursor, action, subjectId } = parseInput(listAuditLogInput, raw);
  return inTenant(ctx, async ({ tx }) => {
    const rows = await tx
      .select()
      .from(auditLog)
      .where(
        and(
          eq(auditLog.merchantId, ctx.merchantId),
          action ? eq(auditLog.action, action) : undefined,
          subjectId ? eq(auditLog.subjectId, subjectId) : undefined,
          olderThan(auditLog.createdAt, auditLog.id, decodeInstantCursor(cursor)),
        ),
      )
      .orderBy(desc(auditLog.createdAt), desc(auditLog.id))
      .limit(limit + 1);
    return toPage(rows, limit, toDto, (row) => ({ value: row.createdAt.toISOString(), id: row.id }));
  });
}

function toDto(row: typeof auditLog.$inferSelect): AuditEntryDto {
  return {
    id: row.id,
    actor: { type: row.actorType, id: row.actorId, name: row.actorName },
    action: row.action,
    subject: { type: row.subjectType, id: row.subjectId },
    details: row.details,
    requestId: row.requestId,
    createdAt: row.createdAt.toISOString(),
  };
}
