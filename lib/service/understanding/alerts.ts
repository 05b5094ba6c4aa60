import { and, desc, eq, isNotNull, isNull } from "drizzle-orm";
import { olderThan } from "@/db/keyset";
import { understandingAlerts } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { decodeInstantCursor, type Page, toPage } from "@/lib/core/pagination";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit";
import { actorName } from "./internal";
import { type AlertDto, alertIdInput, type ListAlertsInput, listAlertsInput } from "./schemas";

/** Alerts about how messages are understood, the newest first. */
export async function listAlerts(ctx: Context, raw: ListAlertsInput = {}): Promise<Page<AlertDto>> {
  requirePermission(ctx, "understanding:read");
  const { limit, cursor, status } = parseInput(listAlertsInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const rows = await tx
      .select()
      .from(understandingAlerts)
      .where(
        and(
          eq(understandingAlerts.merchantId, ctx.merchantId),
          status === "open" ? isNull(understandingAlerts.dismissedAt) : undefined,
          status === "dismissed" ? isNotNull(understandingAlerts.dismissedAt) : undefined,
          olderThan(understandingAlerts.openedAt, understandingAlerts.id, decodeInstantCursor(cursor)),
        ),
      )
      .orderBy(desc(understandingAlerts.openedAt), desc(understandingAlerts.id))
      .limit(limit + 1);
    return toPage(rows, limit, toAlertDto, (row) => ({ value: row.openedAt.toISOString(), id: row.id }));
  });
}

/** Closes an alert; only what gets worse after this day opens one of its kind again. A second time changes nothing. */
export async function dismissAlert(ctx: Context, raw: { id: string }): Promise<AlertDto> {
  requirePermission(ctx, "understanding:manage");
  const { id } = parseInput(alertIdInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const isThis = and(eq(understandingAlerts.merchantId, ctx.merchantId), eq(understandingAlerts.id, id));
    const [dismissed] = await tx
      .update(understandingAlerts)
      .set({ dismissedAt: ctx.now(), dismissedBy: actorName(ctx) })
      .where(and(isThis, isNull(understandingAlerts.dismissedAt)))
      .returning();
    if (dismissed) {
      const subject = { type: "understanding_alert", id };
      await recordAudit(tx, ctx, {
        action: "understanding_alert.dismissed",
        subject,
        details: { kind: dismissed.kind },
      });
      return toAlertDto(dismissed);
    }
    const [known] = await tx.select().from(understandingAlerts).where(isThis);
    if (!known) throw notFound("alert");
    return toAlertDto(known);
  });
}

function toAlertDto(row: typeof understandingAlerts.$inferSelect): AlertDto {
  return {
    id: row.id,
    kind: row.kind,
    measure: row.measure as AlertDto["measure"],
    since: row.since,
    before: row.before,
    after: row.after,
    p: row.p,
    openedAt: row.openedAt.toISOString(),
    dismissedAt: row.dismissedAt?.toISOString() ?? null,
    dismissedBy: row.dismissedBy,
  };
}
