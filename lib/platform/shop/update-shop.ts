import { eq } from "drizzle-orm";
import { merchants } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit";
import { enqueueJob } from "@/lib/platform/jobs/enqueue-job";
import { getShop } from "./queries";
import { type ShopDto, type UpdateShopInput, updateShopInput } from "./schemas";

/** Changes the shop's name, time zone or language. The base currency stays: stored amounts are in it. */
export async function updateShop(ctx: Context, raw: UpdateShopInput): Promise<ShopDto> {
  requirePermission(ctx, "settings:write");
  const input = parseInput(updateShopInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const before = await getShop(ctx);
    await tx
      .update(merchants)
      .set({ ...input, updatedAt: ctx.now() })
      .where(eq(merchants.id, ctx.merchantId));
    await recordAudit(tx, ctx, {
      action: "shop.updated",
      subject: { type: "shop", id: ctx.merchantId },
      details: input,
    });
    // Business hours are hours of this zone, and with them what is due.
    if (before.timeZone !== input.timeZone) await enqueueJob(tx, ctx, "refresh-deadlines", {});
    return getShop(ctx);
  });
}
