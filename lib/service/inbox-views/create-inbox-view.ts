import { count, max } from "drizzle-orm";
import { inboxViews } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit";
import {
  nameKeyOf,
  ofList,
  ownerOf,
  requireFreeName,
  requireKnown,
  requireWriting,
  takeTurn,
  toDtos,
} from "./internal";
import {
  type CreateInboxViewInput,
  createInboxViewInput,
  type InboxViewDto,
  MAX_OWN_VIEWS,
  MAX_SHOP_VIEWS,
} from "./schemas";

/**
 * Keeps filters of the inbox under a name, at the end of the list: one's own, or the whole shop's (`knowledge:write`).
 * @throws AppError `conflict` where the name is taken or the list is full; `not_found` for a label or member that is
 * not there; `invalid_input` for a key's own view.
 */
export async function createInboxView(ctx: Context, raw: CreateInboxViewInput): Promise<InboxViewDto> {
  requirePermission(ctx, "conversations:write");
  const { name, isPersonal, filters } = parseInput(createInboxViewInput, raw);
  requireWriting(ctx, isPersonal);
  const ownerId = ownerOf(ctx, isPersonal);
  return inTenant(ctx, async ({ tx, ctx }) => {
    await takeTurn(tx, ctx);
    await requireFreeName(tx, ctx, { name, ownerId });
    await requireKnown(tx, ctx, filters);
    const [kept] = await tx
      .select({ views: count(), last: max(inboxViews.position) })
      .from(inboxViews)
      .where(ofList(ctx, ownerId));
    const most = ownerId ? MAX_OWN_VIEWS : MAX_SHOP_VIEWS;
    if (kept!.views >= most)
      throw new AppError("conflict", `There are ${most} views already. Delete one that nobody uses first.`);
    const now = ctx.now();
    const [row] = await tx
      .insert(inboxViews)
      .values({
        merchantId: ctx.merchantId,
        id: newId(),
        ownerId,
        name,
        nameKey: nameKeyOf(name),
        filters,
        position: (kept!.last ?? 0) + 1,
        createdAt: now,
        updatedAt: now,
      })
      .returning();
    await recordAudit(tx, ctx, {
      action: "inbox_view.created",
      subject: { type: "inbox_view", id: row!.id },
      details: { name, isPersonal },
    });
    return (await toDtos(tx, ctx, [row!]))[0]!;
  });
}
