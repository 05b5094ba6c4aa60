import { and, eq, sql } from "drizzle-orm";
import { inboxViews } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { AppError, notFound } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit";
import { ofList, ownerOf, requireWriting, takeTurn } from "./internal";
import { listInboxViews } from "./list-inbox-views";
import { type InboxViewDto, type ReorderInboxViewsInput, reorderInboxViewsInput } from "./schemas";

/** Puts one's own views, or the shop's, into an order. @throws AppError `conflict` where the list has grown since. */
export async function reorderInboxViews(
  ctx: Context,
  raw: ReorderInboxViewsInput,
): Promise<{ data: InboxViewDto[] }> {
  requirePermission(ctx, "conversations:write");
  const { isPersonal, ids } = parseInput(reorderInboxViewsInput, raw);
  requireWriting(ctx, isPersonal);
  const list = ofList(ctx, ownerOf(ctx, isPersonal));
  return inTenant(ctx, async ({ tx, ctx }) => {
    await takeTurn(tx, ctx);
    const known = await tx.select({ id: inboxViews.id }).from(inboxViews).where(list);
    const named = new Set(ids);
    if (ids.some((id) => !known.some((view) => view.id === id))) throw notFound("view in this list");
    if (named.size < known.length) {
      throw new AppError(
        "conflict",
        "The list of views has changed. Load it again and name each of them once.",
      );
    }
    const places = sql.join(
      [...named].map((id, index) => sql`(${id}::uuid, ${index + 1}::int)`),
      sql`, `,
    );
    await tx
      .update(inboxViews)
      .set({
        position: sql`(SELECT p.place FROM (VALUES ${places}) AS p(id, place) WHERE p.id = ${inboxViews.id})`,
      })
      .where(and(list, eq(inboxViews.merchantId, ctx.merchantId)));
    await recordAudit(tx, ctx, {
      action: "inbox_view.reordered",
      subject: { type: "inbox_view", id: ids[0]! },
      details: { isPersonal, views: ids.length },
    });
    return listInboxViews(ctx);
  });
}
