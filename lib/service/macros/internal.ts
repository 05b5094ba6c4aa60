import { and, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { labels, macros, memberships } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { AppError, notFound } from "@/lib/core/errors";
import { requirePermission } from "@/lib/core/permissions";
import { type MacroDto, type MacroStep, macroStep } from "./schemas";

export type MacroRow = typeof macros.$inferSelect;

/** The shop's macros, and those of the person who asks. Nobody else's. */
export function visibleTo(ctx: Context): SQL | undefined {
  const own = ctx.actor.type === "user" ? eq(macros.ownerId, ctx.actor.id) : undefined;
  return and(eq(macros.merchantId, ctx.merchantId), or(isNull(macros.ownerId), own));
}

/** @throws AppError `not_found`, also for what belongs to a colleague. */
export async function lockMacro(tx: Transaction, ctx: Context, id: string): Promise<MacroRow> {
  const [row] = await tx
    .select()
    .from(macros)
    .where(and(visibleTo(ctx), eq(macros.id, id)))
    .for("update");
  if (!row) throw notFound("macro");
  return row;
}

/** One's own macros are one's own affair; the whole shop's are for those who write what it says. */
export function requireWriting(ctx: Context, isPersonal: boolean): void {
  requirePermission(ctx, isPersonal ? "conversations:write" : "knowledge:write");
}

export function nameKeyOf(name: string): string {
  return name.normalize("NFKC").toLowerCase();
}

/** @throws AppError `conflict` where the name stands for another macro of the same list. */
export async function requireFreeName(
  tx: Transaction,
  ctx: Context,
  wanted: { name: string; ownerId: string | null; exceptId?: string },
): Promise<void> {
  // Two who choose one name at once take turns.
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`macros:${ctx.merchantId}`}, 0))`);
  const [taken] = await tx
    .select({ id: macros.id })
    .from(macros)
    .where(
      and(
        eq(macros.merchantId, ctx.merchantId),
        eq(macros.nameKey, nameKeyOf(wanted.name)),
        wanted.ownerId ? eq(macros.ownerId, wanted.ownerId) : isNull(macros.ownerId),
      ),
    );
  if (taken && taken.id !== wanted.exceptId) {
    const message = `There is a macro “${wanted.name}” already. Choose another name, or change that one.`;
    throw new AppError("conflict", message, { issues: [{ path: "name", message }] });
  }
}

/** @throws AppError `not_found` where a step names a label or a member that the shop does not have. */
export async function requireKnown(
  tx: Transaction,
  ctx: Context,
  steps: readonly MacroStep[],
): Promise<void> {
  const labelIds = new Set(
    steps.flatMap((step) => (step.type === "label" ? [...step.add, ...step.remove] : [])),
  );
  const people = new Set(
    steps.flatMap((step) =>
      step.type === "assign" && step.to !== "me" && step.to !== "none" ? step.to : [],
    ),
  );
  const [knownLabels, members] = await Promise.all([
    tx.select({ id: labels.id }).from(labels).where(eq(labels.merchantId, ctx.merchantId)),
    tx.select({ id: memberships.userId }).from(memberships).where(eq(memberships.merchantId, ctx.merchantId)),
  ]);
  for (const { id } of knownLabels) labelIds.delete(id);
  for (const { id } of members) people.delete(id);
  if (labelIds.size > 0) throw notFound("label");
  if (people.size > 0) throw notFound("member of this shop");
}

export function toDto(row: MacroRow): MacroDto {
  return {
    id: row.id,
    name: row.name,
    isPersonal: row.ownerId !== null,
    steps: row.steps.map((step) => macroStep.parse(step)),
    timesUsed: row.timesUsed,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
