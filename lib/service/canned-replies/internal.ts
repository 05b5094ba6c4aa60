import { and, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { cannedReplies } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { AppError, notFound } from "@/lib/core/errors";
import { requirePermission } from "@/lib/core/permissions";
import type { CannedReplyDto } from "./schemas";

export type CannedReplyRow = typeof cannedReplies.$inferSelect;

/** The shop's replies, and those of the person who asks. Nobody else's. */
export function visibleTo(ctx: Context): SQL | undefined {
  const own = ctx.actor.type === "user" ? eq(cannedReplies.ownerId, ctx.actor.id) : undefined;
  return and(eq(cannedReplies.merchantId, ctx.merchantId), or(isNull(cannedReplies.ownerId), own));
}

/** @throws AppError `not_found`, also for what belongs to a colleague. */
export async function lockReply(tx: Transaction, ctx: Context, id: string): Promise<CannedReplyRow> {
  const [row] = await tx
    .select()
    .from(cannedReplies)
    .where(and(visibleTo(ctx), eq(cannedReplies.id, id)))
    .for("update");
  if (!row) throw notFound("canned reply");
  return row;
}

/** One's own replies are one's own affair; what the whole shop says is for those who write its knowledge. */
export function requireWriting(ctx: Context, isPersonal: boolean): void {
  requirePermission(ctx, isPersonal ? "conversations:write" : "knowledge:write");
}

/** @throws AppError `conflict` where the name stands for another reply of the same list. */
export async function requireFreeName(
  tx: Transaction,
  ctx: Context,
  wanted: { name: string; ownerId: string | null; exceptId?: string },
): Promise<void> {
  // Two who choose one name at once take turns.
  await tx.execute(
    sql`SELECT pg_advisory_xact_lock(hashtextextended(${`canned-replies:${ctx.merchantId}`}, 0))`,
  );
  const [taken] = await tx
    .select({ id: cannedReplies.id })
    .from(cannedReplies)
    .where(
      and(
        eq(cannedReplies.merchantId, ctx.merchantId),
        eq(cannedReplies.name, wanted.name),
        wanted.ownerId ? eq(cannedReplies.ownerId, wanted.ownerId) : isNull(cannedReplies.ownerId),
      ),
    );
  if (taken && taken.id !== wanted.exceptId) {
    const message = `There is a reply “${wanted.name}” already. Choose another name, or change that one.`;
    throw new AppError("conflict", message, { issues: [{ path: "name", message }] });
  }
}

export function toDto(row: CannedReplyRow): CannedReplyDto {
  return {
    id: row.id,
    name: row.name,
    isPersonal: row.ownerId !== null,
    texts: row.texts,
    timesUsed: row.timesUsed,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
