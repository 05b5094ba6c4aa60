import { and, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { inboxViews, labels, memberships } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { AppError, notFound } from "@/lib/core/errors";
import { requirePermission } from "@/lib/core/permissions";
import { countByFilters } from "@/lib/service/conversations";
import { type InboxViewDto, type ViewFilters, viewFilters } from "./schemas";

export type InboxViewRow = typeof inboxViews.$inferSelect;

/** The shop's views, and those of the person who asks. Nobody else's. */
export function visibleTo(ctx: Context): SQL | undefined {
  const own = ctx.actor.type === "user" ? eq(inboxViews.ownerId, ctx.actor.id) : undefined;
  return and(eq(inboxViews.merchantId, ctx.merchantId), or(isNull(inboxViews.ownerId), own));
}

export function ofList(ctx: Context, ownerId: string | null): SQL | undefined {
  const owner = ownerId ? eq(inboxViews.ownerId, ownerId) : isNull(inboxViews.ownerId);
  return and(eq(inboxViews.merchantId, ctx.merchantId), owner);
}

/** @throws AppError `not_found`, also for what belongs to a colleague. */
export async function lockView(tx: Transaction, ctx: Context, id: string): Promise<InboxViewRow> {
  const [row] = await tx
    .select()
    .from(inboxViews)
    .where(and(visibleTo(ctx), eq(inboxViews.id, id)))
    .for("update");
  if (!row) throw notFound("view");
  return row;
}

/** One's own views are one's own affair; the whole shop's are for those who write what it says. */
export function requireWriting(ctx: Context, isPersonal: boolean): void {
  requirePermission(ctx, isPersonal ? "conversations:write" : "knowledge:write");
}

/** Whose list it is. @throws AppError `invalid_input` for a key, which has none of its own. */
export function ownerOf(ctx: Context, isPersonal: boolean): string | null {
  if (!isPersonal) return null;
  if (ctx.actor.type === "user") return ctx.actor.id;
  throw new AppError("invalid_input", "Only a member can have views of their own. Set isPersonal to false.");
}

export function nameKeyOf(name: string): string {
  return name.normalize("NFKC").toLowerCase();
}

/** Those who change the views of a shop take turns, so that no name and no place is given twice. */
export async function takeTurn(tx: Transaction, ctx: Context): Promise<void> {
  await tx.execute(
    sql`SELECT pg_advisory_xact_lock(hashtextextended(${`inbox-views:${ctx.merchantId}`}, 0))`,
  );
}

/** @throws AppError `conflict` where the name stands for another view of the same list. */
export async function requireFreeName(
  tx: Transaction,
  ctx: Context,
  wanted: { name: string; ownerId: string | null; exceptId?: string },
): Promise<void> {
  const [taken] = await tx
    .select({ id: inboxViews.id })
    .from(inboxViews)
    .where(and(ofList(ctx, wanted.ownerId), eq(inboxViews.nameKey, nameKeyOf(wanted.name))));
  if (taken && taken.id !== wanted.exceptId) {
    const message = `There is a view “${wanted.name}” already. Choose another name, or change that one.`;
    throw new AppError("conflict", message, { issues: [{ path: "name", message }] });
  }
}

/** @throws AppError `not_found` where the filters name a label or a member that the shop does not have. */
export async function requireKnown(
  tx: Transaction,
  ctx: Context,
  { label, assignee }: ViewFilters,
): Promise<void> {
  if (label) {
    const [known] = await tx
      .select({ id: labels.id })
      .from(labels)
      .where(and(eq(labels.merchantId, ctx.merchantId), eq(labels.id, label)));
    if (!known) throw notFound("label");
  }
  if (assignee && assignee !== "me" && assignee !== "none") {
    const [member] = await tx
      .select({ id: memberships.userId })
      .from(memberships)
      .where(and(eq(memberships.merchantId, ctx.merchantId), eq(memberships.userId, assignee)));
    if (!member) throw notFound("member of this shop");
  }
}

/** With their counts, which are taken together. */
export async function toDtos(
  tx: Transaction,
  ctx: Context,
  rows: readonly InboxViewRow[],
): Promise<InboxViewDto[]> {
  const filters = rows.map((row) => viewFilters.parse(row.filters));
  const counts = await countByFilters(tx, ctx, filters);
  return rows.map((row, index) => ({
    id: row.id,
    name: row.name,
    isPersonal: row.ownerId !== null,
    filters: filters[index]!,
    count: counts[index]!,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }));
}
