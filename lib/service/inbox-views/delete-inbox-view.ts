import { and, eq } from "drizzle-orm";
import { inboxViews } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit";
import { lockView, requireWriting } from "./internal";
import { inboxViewIdInput } from "./schemas";

/** Deletes a view for good; the conversations that it showed stay. */
export async function deleteInboxView(ctx: Context, raw: { id: string }): Promise<void> {
  requirePermission(ctx, "conversations:write");
  const { id } = parseInput(inboxViewIdInput, raw);
  await inTenant(ctx, async ({ tx, ctx }) => {
    const view = await lockView(tx, ctx, id);
    requireWriting(ctx, view.ownerId !== null);
    await tx.delete(inboxViews).where(and(eq(inboxViews.merchantId, ctx.merchantId), eq(inboxViews.id, id)));
    await recordAudit(tx, ctx, {
      action: "inbox_view.deleted",
      subject: { type: "inbox_view", id },
      details: { name: view.name },
    });
  });
}
