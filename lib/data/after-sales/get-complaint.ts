import { and, eq } from "drizzle-orm";
import { complaints } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { toComplaintDto } from "./complaint-row";
import { readEvidence } from "./read-evidence";
import { type ComplaintDto, complaintIdInput } from "./schemas";

export async function getComplaint(ctx: Context, raw: { id: string }): Promise<ComplaintDto> {
  requirePermission(ctx, "orders:read");
  const { id } = parseInput(complaintIdInput, raw);
  return inTenant(ctx, async ({ tx }) => {
    const [row] = await tx
      .select()
      .from(complaints)
      .where(and(eq(complaints.merchantId, ctx.merchantId), eq(complaints.id, id)));
    if (!row) throw notFound("complaint");
    return toComplaintDto(row, await readEvidence(tx, ctx, [row.requestKey]));
  });
}
