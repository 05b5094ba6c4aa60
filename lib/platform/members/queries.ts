import { asc, eq } from "drizzle-orm";
import { memberships, users } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { requirePermission } from "@/lib/core/permissions";
import type { MemberDto } from "./schemas";

/** The shop's people, in the order in which they joined. A shop has few: there are no pages. */
export async function listMembers(ctx: Context): Promise<MemberDto[]> {
  requirePermission(ctx, "members:read");
  return inTenant(ctx, async ({ tx }) => {
    const rows = await tx
      .select({
        id: users.id,
        name: users.name,
        email: users.email,
        role: memberships.role,
        createdAt: memberships.createdAt,
      })
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .where(eq(memberships.merchantId, ctx.merchantId))
      .orderBy(asc(memberships.createdAt), asc(users.id));
    return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
  });
}
