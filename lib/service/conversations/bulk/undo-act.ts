import { and, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import {
  conversationLabels,
  conversationTimers,
  labels,
  memberships,
  type StandingBefore,
  undoableActs,
} from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { AppError, notFound } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit";
import { timersOf } from "../clocks/sync-timers";
import { type ConversationRow, insertActivity, updateConversation } from "../internal";
import { applyLabels } from "../label-conversation";
import { toRefusal } from "./refusal";
import { type ActResultDto, type BulkResultDto, undoActInput } from "./schemas";
import { actorKey, lockConversations } from "./standing";

/**
 * Puts conversations back as they stood before an act of the same person: status, owner, assignee, snooze, labels and
 * clocks. One that has changed since keeps its new state and is refused with `changed_since`.
 * @throws AppError `not_found` for an act of somebody else or of long ago, `conflict` for one taken back already.
 */
export async function undoAct(ctx: Context, raw: { id: string }): Promise<BulkResultDto> {
  requirePermission(ctx, "conversations:write");
  const { id } = parseInput(undoActInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const act = and(eq(undoableActs.merchantId, ctx.merchantId), eq(undoableActs.id, id));
    const [kept] = await tx
      .select()
      .from(undoableActs)
      .where(and(act, eq(undoableActs.actorId, actorKey(ctx))))
      .for("update");
    if (!kept) throw notFound("act of yours that can be taken back");
    if (kept.undoneAt) throw new AppError("conflict", "This has been taken back already.");
    const rows = await lockConversations(
      tx,
      ctx,
      kept.before.map(({ conversationId }) => conversationId),
    );
    const there = await readWhatIsLeft(tx, ctx, kept.before);
    const results: ActResultDto[] = [];
    for (const before of kept.before) {
      try {
        await putBack(tx, ctx, rows.get(before.conversationId), before, there);
        results.push({ id: before.conversationId, status: "changed" });
      } catch (error) {
        results.push({ id: before.conversationId, status: "refused", error: toRefusal(error) });
      }
    }
    await tx.update(undoableActs).set({ undoneAt: ctx.now() }).where(act);
    await recordAudit(tx, ctx, {
      action: "conversations.act_undone",
      subject: { type: "conversation_act", id },
      details: {
        changed: results.filter(({ status }) => status === "changed").map((each) => each.id),
        refused: results.filter(({ status }) => status === "refused").length,
      },
    });
    return { results, undoId: null };
  });
}

interface Left {
  members: ReadonlySet<string>;
  labels: ReadonlySet<string>;
}

/** Members leave and labels are deleted: what is gone cannot come back with an undo. */
async function readWhatIsLeft(
  tx: Transaction,
  ctx: Context,
  before: readonly StandingBefore[],
): Promise<Left> {
  const people = before.flatMap(({ assigneeId }) => assigneeId ?? []);
  const labelIds = [...new Set(before.flatMap((each) => each.labelIds))];
  const [members, known] = await Promise.all([
    tx
      .select({ id: memberships.userId })
      .from(memberships)
      .where(and(eq(memberships.merchantId, ctx.merchantId), inArray(memberships.userId, people))),
    tx
      .select({ id: labels.id })
      .from(labels)
      .where(and(eq(labels.merchantId, ctx.merchantId), inArray(labels.id, labelIds)))
      .for("share"),
  ]);
  return { members: new Set(members.map(({ id }) => id)), labels: new Set(known.map(({ id }) => id)) };
}

async function putBack(
  tx: Transaction,
  ctx: Context,
  row: ConversationRow | undefined,
  before: StandingBefore,
  left: Left,
): Promise<void> {
  if (!row) throw notFound("conversation");
  if (row.updatedAt.toISOString() !== before.changedAt) {
    throw new AppError("conflict", "The conversation has changed since, so it stays as it is now.", {
      details: { reason: "changed_since" },
    });
  }
  const assigneeId = before.assigneeId && left.members.has(before.assigneeId) ? before.assigneeId : null;
  const isOrphan = before.assigneeId !== null && assigneeId === null;
  const isMoved =
    row.status !== before.status || row.owner !== before.owner || row.assigneeId !== before.assigneeId;
  if (isMoved) await insertActivity(tx, ctx, row.id, { type: "undone" }, ctx.now());
  await restoreLabels(tx, ctx, row.id, before.labelIds, left);
  const waitingSince = instant(before.waitingSince);
  await updateConversation(tx, ctx, row.id, {
    status: before.status,
    owner: before.owner,
    assigneeId,
    handoffReason: before.handoffReason,
    waitingSince: isOrphan && before.status === "open" ? ctx.now() : waitingSince,
    snoozedUntil: instant(before.snoozedUntil),
    resolvedAt: instant(before.resolvedAt),
  });
  if (!isOrphan) await restoreTimers(tx, ctx, row.id, before.timers);
}

async function restoreLabels(
  tx: Transaction,
  ctx: Context,
  conversationId: string,
  before: readonly string[],
  left: Left,
): Promise<void> {
  const now = await tx
    .select({ id: conversationLabels.labelId })
    .from(conversationLabels)
    .where(
      and(
        eq(conversationLabels.merchantId, ctx.merchantId),
        eq(conversationLabels.conversationId, conversationId),
      ),
    );
  const has = new Set(now.map(({ id }) => id));
  const add = before.filter((id) => !has.has(id) && left.labels.has(id));
  const remove = [...has].filter((id) => !before.includes(id));
  if (add.length + remove.length > 0) await applyLabels(tx, ctx, conversationId, { add, remove });
}

/** The customer has waited all the while: clocks go on as if they had never been stopped. */
async function restoreTimers(
  tx: Transaction,
  ctx: Context,
  conversationId: string,
  timers: StandingBefore["timers"],
): Promise<void> {
  await tx.delete(conversationTimers).where(timersOf(ctx, conversationId));
  if (!timers) return;
  await tx.execute(sql`INSERT INTO conversation_timers
    SELECT * FROM jsonb_populate_record(NULL::conversation_timers, ${JSON.stringify(timers)}::jsonb)`);
}

function instant(value: string | null): Date | null {
  return value === null ? null : new Date(value);
}
