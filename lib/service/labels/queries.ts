import { and, asc, count, eq } from "drizzle-orm";
import { conversationLabels, labels } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { requirePermission } from "@/lib/core/permissions";
import type { CountedLabelDto } from "./schemas";

/** All labels of the shop by name, with how many conversations carry each; there are two hundred at most. */
export async function listLabels(ctx: Context): Promise<{ data: CountedLabelDto[] }> {
  requirePermission(ctx, "conversations:read");
  return inTenant(ctx, async ({ tx, ctx }) => {
    const data = await tx
      .select({
        id: labels.id,
        name: labels.name,
        color: labels.color,
        conversations: count(conversationLabels.conversationId),
      })
      .from(labels)
      .leftJoin(
        conversationLabels,
        and(eq(conversationLabels.merchantId, labels.merchantId), eq(conversationLabels.labelId, labels.id)),
      )
      .where(eq(labels.merchantId, ctx.merchantId))
      .groupBy(labels.merchantId, labels.id)
      .orderBy(asc(labels.nameKey));
    return { data };
  });
}
