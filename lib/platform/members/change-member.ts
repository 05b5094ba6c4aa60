import { and, asc, eq, ne, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { conversations, memberships } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { AppError, notFound } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { type Role, requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit";
import { changeRoleInput, memberIdInput } from "./schemas";

/** Changes what a member may do, from their next request on. A shop keeps at least one owner. */
export async function changeMemberRole(ctx: Context, raw: { userId: string; role: Role }): Promise<void> {
  requirePermission(ctx, "members:write");
  const { userId, role } = parseInput(changeRoleInput, raw);
  await inTenant(ctx, async ({ tx }) => {
    const members = await lockMembers(tx, ctx);
    const previous = roleOf(members, userId);
    if (role !== "owner") requireAnotherOwner(members, userId);
    await tx.update(memberships).set({ role }).where(membership(ctx, userId));
    await recordAudit(tx, ctx, {
      action: "member.role_changed",
      subject: { type: "user", id: userId },
      details: { from: previous, to: role },
    });
  });
}

/** Ends a membership at once; that person's conversations, the snoozed ones too, are for somebody else. */
export async function removeMember(ctx: Context, raw: { userId: string }): Promise<void> {
  requirePermission(ctx, "members:write");
  const { userId } = parseInput(memberIdInput, raw);
  await inTenant(ctx, async ({ tx }) => {
    const members = await lockMembers(tx, ctx);
    roleOf(members, userId);
    requireAnotherOwner(members, userId);
    await tx
      .update(conversations)
      .set({
        assigneeId: null,
        waitingSince: sql`CASE WHEN ${conversations.status} = 'open' THEN ${ctx.now().toISOString()}::timestamptz END`,
      })
      .where(
        and(
          eq(conversations.merchantId, ctx.merchantId),
          eq(conversations.assigneeId, userId),
          ne(conversations.status, "resolved"),
        ),
      );
    await tx.delete(memberships).where(membership(ctx, userId));
    await recordAudit(tx, ctx, { action: "member.removed", subject: { type: "user", id: userId } });
  });
}

function membership(ctx: Context, userId: string) {
  return and(eq(memberships.merchantId, ctx.merchantId), eq(memberships.userId, userId));
}

interface Member {
  userId: string;
  role: Role;
}

/** All members, locked in one order, so that two owners who demote each other take turns instead of deadlocking. */
function lockMembers(tx: Transaction, ctx: Context): Promise<Member[]> {
  return tx
    .select({ userId: memberships.userId, role: memberships.role })
    .from(memberships)
    .where(eq(memberships.merchantId, ctx.merchantId))
    .orderBy(asc(memberships.userId))
    .for("update");
}

function roleOf(members: readonly Member[], userId: string): Role {
  const member = members.find((candidate) => candidate.userId === userId);
  if (!member) throw notFound("member");
  return member.role;
}

function requireAnotherOwner(members: readonly Member[], userId: string): void {
  if (!members.some((member) => member.role === "owner" && member.userId !== userId)) {
    throw new AppError("conflict", "A shop needs an owner. Make somebody else an owner first.");
  }
}
