import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { conversations, memberCapacities, memberships, users } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { ROLE_PERMISSIONS, ROLES, requirePermission } from "@/lib/core/permissions";
import { readAssignmentRules } from "./read-rules";
import { type AssignmentDto, type CapacityDto, DEFAULT_MAX_OPEN } from "./schemas";

export const ANSWERING_ROLES = ROLES.filter((role) => ROLE_PERMISSIONS[role].includes("conversations:write"));

/** How conversations find somebody, and what each member who may answer takes on. */
export async function getAssignment(ctx: Context): Promise<AssignmentDto> {
  requirePermission(ctx, "conversations:read");
  return inTenant(ctx, async ({ tx }) => {
    const rules = await readAssignmentRules(tx, ctx.merchantId);
    const open = tx
      .select({ assigneeId: conversations.assigneeId, count: sql<number>`count(*)::int`.as("count") })
      .from(conversations)
      .where(and(eq(conversations.merchantId, ctx.merchantId), eq(conversations.status, "open")))
      .groupBy(conversations.assigneeId)
      .as("open");
    const rows = await tx
      .select({ userId: users.id, name: users.name, capacity: memberCapacities, open: open.count })
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .leftJoin(
        memberCapacities,
        and(
          eq(memberCapacities.merchantId, memberships.merchantId),
          eq(memberCapacities.userId, memberships.userId),
        ),
      )
      .leftJoin(open, eq(open.assigneeId, memberships.userId))
      .where(and(eq(memberships.merchantId, ctx.merchantId), inArray(memberships.role, ANSWERING_ROLES)))
      .orderBy(asc(users.name), asc(users.id));
    return {
      ...rules,
      members: rows.map(({ userId, name, capacity, open }) => ({
        userId,
        name,
        isAvailable: capacity?.isAvailable ?? true,
        languages: (capacity?.languages ?? []) as CapacityDto["languages"],
        maxOpen: capacity?.maxOpen ?? DEFAULT_MAX_OPEN,
        open: open ?? 0,
      })),
    };
  });
}
