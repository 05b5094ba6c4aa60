import { asc, eq } from "drizzle-orm";
import { serviceLevels } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit";
import { enqueueJob } from "@/lib/platform/jobs/enqueue-job";
import { type ServiceLevelsDto, type SetServiceLevelsInput, setServiceLevelsInput } from "./schemas";

/** How soon the shop means to answer, by channel. Without a level nothing is ever due. */
export async function getServiceLevels(ctx: Context): Promise<ServiceLevelsDto> {
  requirePermission(ctx, "conversations:read");
  return inTenant(ctx, async ({ tx }) => {
    const rows = await tx
      .select()
      .from(serviceLevels)
      .where(eq(serviceLevels.merchantId, ctx.merchantId))
      .orderBy(asc(serviceLevels.channel));
    return { levels: rows.map(({ merchantId: _, updatedAt: __, ...level }) => level) };
  });
}

/** Replaces the shop's levels. What people have now is due by the new ones soon after; breaches stay written. */
export async function setServiceLevels(ctx: Context, raw: SetServiceLevelsInput): Promise<ServiceLevelsDto> {
  requirePermission(ctx, "settings:write");
  const { levels } = parseInput(setServiceLevelsInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const { merchantId } = ctx;
    await tx.delete(serviceLevels).where(eq(serviceLevels.merchantId, merchantId));
    if (levels.length > 0)
      await tx
        .insert(serviceLevels)
        .values(levels.map((level) => ({ merchantId, ...level, updatedAt: ctx.now() })));
    await recordAudit(tx, ctx, {
      action: "service_levels.updated",
      subject: { type: "service_levels", id: merchantId },
      details: { levels },
    });
    await enqueueJob(tx, ctx, "refresh-deadlines", {});
    return getServiceLevels(ctx);
  });
}
