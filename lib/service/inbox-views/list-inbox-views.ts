import { asc, sql } from "drizzle-orm";
import { inboxViews } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { requirePermission } from "@/lib/core/permissions";
import { toDtos, visibleTo } from "./internal";
import type { InboxViewDto } from "./schemas";

/** The shop's views and one's own, each list in its order, with how many conversations each holds now. */
export async function listInboxViews(ctx: Context): Promise<{ data: InboxViewDto[] }> {
  requirePermission(ctx, "conversations:read");
  return inTenant(ctx, async ({ tx, ctx }) => {
    const rows = await tx
      .select()
      .from(inboxViews)
      .where(visibleTo(ctx))
      .orderBy(sql`${inboxViews.ownerId} IS NOT NULL`, asc(inboxViews.position), asc(inboxViews.id));
    return { data: await toDtos(tx, ctx, rows) };
  });
}
