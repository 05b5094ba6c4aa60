import { and, eq, max } from "drizzle-orm";
import { inboxViews } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit";
import {
  lockView,
  nameKeyOf,
  ofList,
  ownerOf,
  requireFreeName,
  requireKnown,
  requireWriting,
  takeTurn,
  toDtos,
} from "./internal";
import { type InboxViewDto, type UpdateInboxViewInput, updateInboxViewInput } from "./schemas";

/**
 * Changes name or filters, shares a view with the shop, or takes one for oneself; it then stands at the end of the
 * other list. @throws AppError `conflict` where the name stands for another view there.
 */
export async function updateInboxView(ctx: Context, raw: UpdateInboxViewInput): Promise<InboxViewDto> {
  requirePermission(ctx, "conversations:write");
  const { id, name, filters, isPersonal } = parseInput(updateInboxViewInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    await takeTurn(tx, ctx);
    const view = await lockView(tx, ctx, id);
    requireWriting(ctx, view.ownerId !== null);
    const moves = isPersonal !== undefined && isPersonal !== (view.ownerId !== null);
    if (moves) requireWriting(ctx, isPersonal);
    const ownerId = moves ? ownerOf(ctx, isPersonal) : view.ownerId;
    const next = name ?? view.name;
    await requireFreeName(tx, ctx, { name: next, ownerId, exceptId: id });
    if (filters) await requireKnown(tx, ctx, filters);
    const [end] = moves
      ? await tx
          .select({ last: max(inboxViews.position) })
          .from(inboxViews)
          .where(ofList(ctx, ownerId))
      : [];
    const [row] = await tx
      .update(inboxViews)
      .set({
        ownerId,
        name: next,
        nameKey: nameKeyOf(next),
        ...(filters ? { filters } : {}),
        ...(end ? { position: (end.last ?? 0) + 1 } : {}),
        updatedAt: ctx.now(),
      })
      .where(and(eq(inboxViews.merchantId, ctx.merchantId), eq(inboxViews.id, id)))
      .returning();
    await recordAudit(tx, ctx, {
      action: "inbox_view.changed",
      subject: { type: "inbox_view", id },
      details: { name: next, isPersonal: ownerId !== null, filters: filters !== undefined },
    });
    return (await toDtos(tx, ctx, [row!]))[0]!;
  });
}
