import { and, eq } from "drizzle-orm";
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
    const previous = await lockMember(tx, ctx, userId);
    if (role !== "owner") await requireAnotherOwner(tx, ctx, userId);
    await tx.update(memberships).set({ role }).where(membership(ctx, userId));
    await recordAudit(tx, ctx, {
      action: "member.role_changed",
      subject: { type: "user", id: userId },
      details: { from: previous, to: role },
    });
  });
}

/** Ends a membership at once; open conversations of that person wait for somebody else. */
export async function removeMember(ctx: Context, raw: { userId: string }): Promise<void> {
  requirePermission(ctx, "members:write");
  const { userId } = parseInput(memberIdInput, raw);
  await inTenant(ctx, async ({ tx }) => {
    await lockMember(tx, ctx, userId);
    await requireAnotherOwner(tx, ctx, userId);
    await tx
      .update(conversations)
      .set({ assigneeId: null, waitingSince: ctx.now() })
      .where(
        and(
          eq(conversations.merchantId, ctx.merchantId),
          eq(conversations.assigneeId, userId),
          eq(conversations.status, "open"),
        ),
      );
    await tx.delete(memberships).where(membership(ctx, userId));
    await recordAudit(tx, ctx, { action: "member.removed", subject: { type: "user", id: userId } });
  });
}

function membership(ctx: Context, userId: string) {
  return and(eq(memberships.merchantId, ctx.merchantId), eq(memberships.userId, userId));
}

async function lockMember(tx: Transaction, ctx: Context, userId: string): Promise<Role> {
  const [row] = await tx
    .select({ role: memberships.role })
    .from(memberships)
    .where(membership(ctx, userId))
    .for("update");
  if (!row) throw notFound("member");
  return row.role;
}

async function requireAnotherOwner(tx: Transaction, ctx: Context, userId: string): Promise<void> {
  const owners = await tx
    .select({ userId: memberships.userId })
    .from(memberships)
    .where(and(eq(memberships.merchantId, ctx.merchantId), eq(memberships.role, "owner")))
    .for("update");
  if (!owners.some((owner) => owner.userId !== userId)) {
    throw new AppError("conflict", "A shop needs an owner. Make somebody else an owner first.");
  }
}
