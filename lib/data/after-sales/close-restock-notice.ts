import { and, eq } from "drizzle-orm";
import { restockNotices } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { AppError, notFound } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit/record-audit";
import { toRestockNoticeDto } from "./restock-row";
import { type CloseRestockNoticeInput, closeRestockNoticeInput, type RestockNoticeDto } from "./schemas";

/** Ends a notice: they were told, or do not want to hear of it any more. Only what is due can have been sent. */
export async function closeRestockNotice(
  ctx: Context,
  raw: CloseRestockNoticeInput,
): Promise<RestockNoticeDto> {
  requirePermission(ctx, "orders:service");
  const { id, status } = parseInput(closeRestockNoticeInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const mine = and(eq(restockNotices.merchantId, ctx.merchantId), eq(restockNotices.id, id));
    const [before] = await tx.select().from(restockNotices).where(mine).for("update");
    if (!before) throw notFound("restock notice");
    if (before.status === status) return toRestockNoticeDto(before);
    const isOpen = before.status === "due" || (before.status === "waiting" && status === "cancelled");
    if (!isOpen)
      throw new AppError("conflict", `This notice is ${before.status}; it cannot be ${status} now.`);
    const [after] = await tx
      .update(restockNotices)
      .set({ status, closedAt: ctx.now() })
      .where(mine)
      .returning();
    await recordAudit(tx, ctx, {
      action: `restock_notice.${status}`,
      subject: { type: "product", id: before.productId },
      details: { noticeId: id },
    });
    return toRestockNoticeDto(after!);
  });
}
