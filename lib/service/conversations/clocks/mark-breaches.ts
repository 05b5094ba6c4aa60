import type { Transaction } from "@/db/client";
import { conversationTimers } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { requirePermission } from "@/lib/core/permissions";
import { insertActivity, lockConversation, updateConversation } from "../internal";
import { syncTimers, type TimersRow, timersOf } from "./sync-timers";

/**
 * Writes down what was not done in time: once, whoever looks first, since the conversation's row is locked. What is
 * due is worked out anew before, so that nothing is called late by rules that no longer hold.
 */
export async function markBreaches(ctx: Context, { id }: { id: string }): Promise<void> {
  requirePermission(ctx, "conversations:write");
  await inTenant(ctx, async ({ tx, ctx }) => {
    const conversation = await lockConversation(tx, ctx, id);
    const timers = await syncTimers(tx, ctx, conversation, ctx.now());
    const late = timers ? lateIn(timers, ctx.now()) : [];
    if (late.length === 0) return;
    await writeBreaches(tx, ctx, id, late);
    await updateConversation(tx, ctx, id, {});
  });
}

interface Breach {
  kind: "first_response" | "next_response" | "resolution";
  dueAt: Date;
}

function lateIn(timers: TimersRow, now: Date): Breach[] {
  const { awaits, responseDueAt, responseBreachedAt, resolutionDueAt, resolutionBreachedAt } = timers;
  const isLate = (dueAt: Date | null, breachedAt: Date | null): dueAt is Date =>
    dueAt !== null && breachedAt === null && dueAt <= now;
  return [
    ...(awaits && isLate(responseDueAt, responseBreachedAt) ? [{ kind: awaits, dueAt: responseDueAt }] : []),
    ...(isLate(resolutionDueAt, resolutionBreachedAt)
      ? [{ kind: "resolution" as const, dueAt: resolutionDueAt }]
      : []),
  ];
}

async function writeBreaches(tx: Transaction, ctx: Context, id: string, late: Breach[]): Promise<void> {
  for (const [i, { kind, dueAt }] of late.entries()) {
    await tx
      .update(conversationTimers)
      .set(kind === "resolution" ? { resolutionBreachedAt: dueAt } : { responseBreachedAt: dueAt })
      .where(timersOf(ctx, id));
    const activity = { type: "breached" as const, reason: kind, detail: dueAt.toISOString() };
    await insertActivity(tx, ctx, id, activity, new Date(ctx.now().getTime() + i));
  }
}
