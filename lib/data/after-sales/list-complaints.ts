import { and, eq, sql } from "drizzle-orm";
import { complaints } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { decodeInstantCursor, type Page, toPage } from "@/lib/core/pagination";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { afterCursor, orderBy } from "../records";
import { toComplaintDto } from "./complaint-row";
import { readEvidence } from "./read-evidence";
import { type ComplaintDto, type ListComplaintsInput, listComplaintsInput } from "./schemas";

/** Complaints, newest first unless sorted otherwise. */
export async function listComplaints(
  ctx: Context,
  raw: ListComplaintsInput = {},
): Promise<Page<ComplaintDto>> {
  requirePermission(ctx, "orders:read");
  const { limit, cursor, status, severity, category, customerId, sort } = parseInput(
    listComplaintsInput,
    raw,
  );
  const order = {
    value: sql`${complaints.createdAt}`,
    type: "timestamptz" as const,
    id: sql`${complaints.id}`,
    descending: sort === "newest",
  };
  return inTenant(ctx, async ({ tx }) => {
    const rows = await tx
      .select()
      .from(complaints)
      .where(
        and(
          eq(complaints.merchantId, ctx.merchantId),
          status ? eq(complaints.status, status) : undefined,
          category ? eq(complaints.category, category) : undefined,
          severity ? eq(complaints.severity, severity) : undefined,
          customerId ? eq(complaints.customerId, customerId) : undefined,
          afterCursor(order, decodeInstantCursor(cursor)),
        ),
      )
      .orderBy(orderBy(order))
      .limit(limit + 1);
    const evidence = await readEvidence(
      tx,
      ctx,
      rows.map(({ requestKey }) => requestKey),
    );
    return toPage(
      rows,
      limit,
      (row) => toComplaintDto(row, evidence),
      (row) => ({ value: row.createdAt.toISOString(), id: row.id }),
    );
  });
}
