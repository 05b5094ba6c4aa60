import { sql } from "drizzle-orm";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { requirePermission } from "@/lib/core/permissions";
import { toIso } from "../records";
import type { ComplaintSummaryDto } from "./schemas";

interface SummaryRow extends Record<string, unknown> {
  every: number;
  unclosed: number;
  high: number;
  oldest: string | null;
}

/** How many complaints are not closed, how many of those are grave, and how long the first has waited. */
export async function summarizeComplaints(ctx: Context): Promise<ComplaintSummaryDto> {
  requirePermission(ctx, "orders:read");
  return inTenant(ctx, async ({ tx }) => {
    const [row] = await tx.execute<SummaryRow>(sql`
      SELECT count(*) AS every, count(*) FILTER (WHERE status <> 'closed') AS unclosed,
        count(*) FILTER (WHERE status <> 'closed' AND severity = 'high') AS high,
        min(created_at) FILTER (WHERE status <> 'closed') AS oldest
      FROM complaints WHERE merchant_id = ${ctx.merchantId}`);
    const { every, unclosed, high, oldest } = row!;
    return { hasAny: every > 0, unclosed, high, oldestAt: toIso(oldest) };
  });
}
