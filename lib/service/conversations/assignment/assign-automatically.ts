import { and, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { conversations, memberCapacities, memberships, users } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { recordAudit } from "@/lib/platform/audit";
import { ANSWERING_ROLES, readAssignmentRules } from "@/lib/service/staffing";
import { DEFAULT_MAX_OPEN } from "@/lib/service/staffing/schemas";
import { readTimers } from "../clocks/sync-timers";
import { type ConversationRow, insertActivity, updateConversation } from "../internal";
import { type Candidate, chooseAssignee } from "./choose-assignee";

/**
 * Gives a conversation that waits for a person to a suitable one; where there is none it stays in the queue.
 * Its row is locked by the caller. One assignment of a shop at a time: else two would count the same free place.
 */
export async function assignAutomatically(
  tx: Transaction,
  given: Context,
  conversation: ConversationRow,
  at: Date = given.now(),
): Promise<ConversationRow> {
  const { id, owner, status, assigneeId, language } = conversation;
  if (owner !== "human" || status !== "open" || assigneeId) return conversation;
  const rules = await readAssignmentRules(tx, given.merchantId);
  if (rules.mode === "off") return conversation;
  const ctx: Context = { ...given, actor: { type: "system", name: "assignment" } };
  await takeTurn(tx, ctx);
  const [candidates, timers] = await Promise.all([readCandidates(tx, ctx), readTimers(tx, ctx, id)]);
  const chosen = chooseAssignee(candidates, rules, { language, passedBy: timers?.passedBy ?? [] });
  if (!chosen) return conversation;
  await tx
    .insert(memberCapacities)
    .values({ merchantId: ctx.merchantId, userId: chosen.userId, lastAssignedAt: at })
    .onConflictDoUpdate({
      target: [memberCapacities.merchantId, memberCapacities.userId],
      set: { lastAssignedAt: at },
    });
  await insertActivity(tx, ctx, id, { type: "auto_assigned", detail: chosen.name }, at);
  await recordAudit(tx, ctx, {
    action: "conversation.assigned",
    subject: { type: "conversation", id },
    details: { assigneeId: chosen.userId, mode: rules.mode },
  });
  return updateConversation(tx, ctx, id, { assigneeId: chosen.userId, waitingSince: null });
}

async function takeTurn(tx: Transaction, ctx: Context): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`assignment:${ctx.merchantId}`}, 0))`);
}

function readCandidates(tx: Transaction, ctx: Context): Promise<(Candidate & { name: string })[]> {
  const open = sql<number>`(SELECT count(*)::int FROM ${conversations}
    WHERE ${conversations.merchantId} = ${ctx.merchantId} AND ${conversations.status} = 'open'
      AND ${conversations.assigneeId} = ${memberships.userId})`;
  return tx
    .select({
      userId: memberships.userId,
      name: users.name,
      isAvailable: sql<boolean>`coalesce(${memberCapacities.isAvailable}, true)`,
      languages: sql<string[]>`coalesce(${memberCapacities.languages}, '{}')`,
      maxOpen: sql<number>`coalesce(${memberCapacities.maxOpen}, ${DEFAULT_MAX_OPEN}::int)`,
      lastAssignedAt: memberCapacities.lastAssignedAt,
      open,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .leftJoin(
      memberCapacities,
      and(
        eq(memberCapacities.merchantId, memberships.merchantId),
        eq(memberCapacities.userId, memberships.userId),
      ),
    )
    .where(and(eq(memberships.merchantId, ctx.merchantId), inArray(memberships.role, ANSWERING_ROLES)));
}
