import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { memberships, users } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit";
import { hashPassword } from "@/lib/platform/auth/passwords";
import { type AddedMemberDto, type AddMemberInput, addMemberInput } from "./schemas";

/**
 * Adds a person to the shop. Someone new gets a temporary password, which the owner passes on and which must be
 * changed at the first sign-in; someone who has an account keeps their own.
 * @throws AppError `conflict` when the person is a member already.
 */
export async function addMember(ctx: Context, raw: AddMemberInput): Promise<AddedMemberDto> {
  requirePermission(ctx, "members:write");
  const input = parseInput(addMemberInput, raw);
  const temporaryPassword = randomBytes(12).toString("base64url");
  const passwordHash = await hashPassword(temporaryPassword);
  return inTenant(ctx, async ({ tx }) => {
    const existing = await findUser(tx, input.email);
    const userId = existing?.id ?? newId();
    const now = ctx.now();
    if (!existing) {
      const { email, name } = input;
      await tx
        .insert(users)
        .values({ id: userId, email, name, passwordHash, mustChangePassword: true, locale: ctx.locale });
    }
    const added = await tx
      .insert(memberships)
      .values({ merchantId: ctx.merchantId, userId, role: input.role, createdAt: now })
      .onConflictDoNothing()
      .returning({ userId: memberships.userId });
    if (added.length === 0)
      throw new AppError("conflict", "This person is a member already. Change their role instead.");
    await recordAudit(tx, ctx, {
      action: "member.added",
      subject: { type: "user", id: userId },
      details: { role: input.role },
    });
    return {
      id: userId,
      name: existing?.name ?? input.name,
      email: input.email,
      role: input.role,
      createdAt: now.toISOString(),
      temporaryPassword: existing ? null : temporaryPassword,
    };
  });
}

async function findUser(tx: Transaction, email: string): Promise<{ id: string; name: string } | undefined> {
  const rows = await tx.execute<{ id: string; name: string }>(
    sql`SELECT id, name FROM find_user_for_login(${email})`,
  );
  return rows[0];
}
