import { eq, sql } from "drizzle-orm";
import { users } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { recordAudit } from "@/lib/platform/audit";
import { hashPassword, verifyPassword } from "@/lib/platform/auth/passwords";
import { consumeLimit } from "@/lib/platform/limits/consume-limit";
import { type ChangePasswordInput, changePasswordInput } from "./schemas";

const ATTEMPTS = 8;
const WINDOW_SECONDS = 15 * 60;

/** Changes one's own password and ends all sessions, this one included: the new password proves itself at once. */
export async function changePassword(ctx: Context, raw: ChangePasswordInput): Promise<void> {
  const userId = requireUser(ctx);
  const input = parseInput(changePasswordInput, raw);
  const tries = await consumeLimit(`password:${userId}`, ATTEMPTS, WINDOW_SECONDS);
  if (!tries.allowed)
    throw new AppError("rate_limited", "Too many attempts. Wait a quarter of an hour and try again.");
  const passwordHash = await hashPassword(input.next);
  await inTenant(ctx, async ({ tx }) => {
    const [user] = await tx
      .select({ passwordHash: users.passwordHash })
      .from(users)
      .where(eq(users.id, userId));
    if (!user || !(await verifyPassword(user.passwordHash, input.current))) {
      const message = "This is not your current password.";
      throw new AppError("invalid_input", message, { issues: [{ path: "current", message }] });
    }
    await tx
      .update(users)
      .set({ passwordHash, mustChangePassword: false, sessionsValidFrom: ctx.now(), updatedAt: ctx.now() })
      .where(eq(users.id, userId));
    await recordAudit(tx, ctx, { action: "user.password_changed", subject: { type: "user", id: userId } });
  });
}

/** Ends every session of this person, on every device. */
export async function signOutEverywhere(ctx: Context): Promise<void> {
  const userId = requireUser(ctx);
  await inTenant(ctx, async ({ tx }) => {
    await tx.update(users).set({ sessionsValidFrom: sql`now()` }).where(eq(users.id, userId));
    await recordAudit(tx, ctx, { action: "user.sessions_revoked", subject: { type: "user", id: userId } });
  });
}

function requireUser(ctx: Context): string {
  if (ctx.actor.type !== "user") throw new AppError("forbidden", "Only a signed-in person has an account.");
  return ctx.actor.id;
}
