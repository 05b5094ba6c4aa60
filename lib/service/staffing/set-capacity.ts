import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { memberCapacities, memberships } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit";
import { enqueueJob } from "@/lib/platform/jobs/enqueue-job";
import { getAssignment } from "./get-assignment";
import {
  type AssignmentDto,
  type SetAvailabilityInput,
  type SetCapacityInput,
  setAvailabilityInput,
  setCapacityInput,
} from "./schemas";

/** States a member's languages and how many open conversations they take. Others' are for who manages members. */
export async function setCapacity(ctx: Context, raw: SetCapacityInput): Promise<AssignmentDto> {
  const { userId, ...capacity } = parseInput(setCapacityInput, raw);
  requireSelfOrManager(ctx, userId);
  return change(ctx, userId, capacity, "member.capacity_changed");
}

/** Says that a member is there, or away: who is away gets nothing new. Whoever comes back is given what waits. */
export async function setAvailability(ctx: Context, raw: SetAvailabilityInput): Promise<AssignmentDto> {
  const { userId, isAvailable } = parseInput(setAvailabilityInput, raw);
  requireSelfOrManager(ctx, userId);
  return change(ctx, userId, { isAvailable }, "member.availability_changed");
}

function requireSelfOrManager(ctx: Context, userId: string): void {
  const isSelf = ctx.actor.type === "user" && ctx.actor.id === userId;
  requirePermission(ctx, isSelf ? "conversations:write" : "members:write");
}

type Capacity = Partial<Pick<typeof memberCapacities.$inferInsert, "languages" | "maxOpen" | "isAvailable">>;

function change(ctx: Context, userId: string, capacity: Capacity, action: string): Promise<AssignmentDto> {
  return inTenant(ctx, async ({ tx, ctx }) => {
    await requireMember(tx, ctx, userId);
    const stored = { ...capacity, updatedAt: ctx.now() };
    await tx
      .insert(memberCapacities)
      .values({ merchantId: ctx.merchantId, userId, ...stored })
      .onConflictDoUpdate({ target: [memberCapacities.merchantId, memberCapacities.userId], set: stored });
    await recordAudit(tx, ctx, { action, subject: { type: "user", id: userId }, details: capacity });
    await enqueueJob(tx, ctx, "assign-waiting", capacity.isAvailable ? { backUserId: userId } : {});
    return getAssignment(ctx);
  });
}

async function requireMember(tx: Transaction, ctx: Context, userId: string): Promise<void> {
  const [member] = await tx
    .select({ userId: memberships.userId })
    .from(memberships)
    .where(and(eq(memberships.merchantId, ctx.merchantId), eq(memberships.userId, userId)));
  if (!member) throw notFound("member of this shop");
}
