import { and, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import {
  conversationLabels,
  conversations,
  conversationTimers,
  type StandingBefore,
  undoableActs,
} from "@/db/schema";
import type { Context } from "@/lib/core/context";
import type { ConversationRow } from "../internal";

/**
 * Locks conversations until the transaction ends, always in the order of their ids: so two acts on overlapping
 * conversations take turns instead of waiting for each other.
 */
export async function lockConversations(
  tx: Transaction,
  ctx: Context,
  ids: readonly string[],
): Promise<Map<string, ConversationRow>> {
  const rows = await tx
    .select()
    .from(conversations)
    .where(and(eq(conversations.merchantId, ctx.merchantId), inArray(conversations.id, [...ids])))
    .orderBy(conversations.id)
    .for("update");
  return new Map(rows.map((row) => [row.id, row]));
}

export type Standing = Omit<StandingBefore, "changedAt">;

/** How locked conversations stand, with labels and clocks, to put them back later. */
export async function readStandings(
  tx: Transaction,
  ctx: Context,
  rows: readonly ConversationRow[],
): Promise<Map<string, Standing>> {
  if (rows.length === 0) return new Map();
  const ids = rows.map(({ id }) => id);
  const [labelled, clocks] = await Promise.all([
    tx
      .select({ id: conversationLabels.conversationId, labelId: conversationLabels.labelId })
      .from(conversationLabels)
      .where(
        and(
          eq(conversationLabels.merchantId, ctx.merchantId),
          inArray(conversationLabels.conversationId, ids),
        ),
      ),
    tx
      .select({
        id: conversationTimers.conversationId,
        row: sql<Record<string, unknown>>`to_jsonb(${conversationTimers})`,
      })
      .from(conversationTimers)
      .where(
        and(
          eq(conversationTimers.merchantId, ctx.merchantId),
          inArray(conversationTimers.conversationId, ids),
        ),
      ),
  ]);
  const timers = new Map(clocks.map(({ id, row }) => [id, row]));
  return new Map(
    rows.map((row) => [
      row.id,
      {
        conversationId: row.id,
        status: row.status,
        owner: row.owner,
        assigneeId: row.assigneeId,
        handoffReason: row.handoffReason,
        waitingSince: row.waitingSince?.toISOString() ?? null,
        snoozedUntil: row.snoozedUntil?.toISOString() ?? null,
        resolvedAt: row.resolvedAt?.toISOString() ?? null,
        labelIds: labelled.filter(({ id }) => id === row.id).map(({ labelId }) => labelId),
        timers: timers.get(row.id) ?? null,
      },
    ]),
  );
}

/** Keeps how the changed conversations stood before, for the one who changed them. */
export async function keepForUndo(
  tx: Transaction,
  ctx: Context,
  id: string,
  before: readonly Standing[],
): Promise<void> {
  const ids = before.map(({ conversationId }) => conversationId);
  const now = await tx
    .select({ id: conversations.id, updatedAt: conversations.updatedAt })
    .from(conversations)
    .where(and(eq(conversations.merchantId, ctx.merchantId), inArray(conversations.id, ids)));
  const changedAt = new Map(now.map(({ id, updatedAt }) => [id, updatedAt.toISOString()]));
  await tx.insert(undoableActs).values({
    merchantId: ctx.merchantId,
    id,
    actorId: actorKey(ctx),
    before: before.map((each) => ({ ...each, changedAt: changedAt.get(each.conversationId)! })),
    createdAt: ctx.now(),
  });
}

/** By whom an act was done, and by whom alone it is taken back. */
export function actorKey({ actor }: Context): string {
  switch (actor.type) {
    case "user":
    case "api_key":
      return actor.id;
    case "customer":
      return actor.visitorId;
    case "system":
      return actor.name;
  }
}
