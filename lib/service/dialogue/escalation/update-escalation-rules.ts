import { sql } from "drizzle-orm";
import { escalationRules } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit/record-audit";
import {
  type EscalationRulesDto,
  type UpdateEscalationRulesInput,
  updateEscalationRulesInput,
} from "../schemas";
import { readEscalationRules, readWithStamp } from "./read-escalation-rules";

/** Changes when the bot gives a conversation to a person; it counts from the next message on. */
export async function updateEscalationRules(
  ctx: Context,
  raw: UpdateEscalationRulesInput,
): Promise<EscalationRulesDto> {
  requirePermission(ctx, "settings:write");
  const change = parseInput(updateEscalationRulesInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    // Two people who save at once take turns, and neither loses the other's rules.
    await tx.execute(
      sql`SELECT pg_advisory_xact_lock(hashtextextended(${`escalation:${ctx.merchantId}`}, 0))`,
    );
    const before = await readEscalationRules(tx, ctx.merchantId);
    const given = Object.fromEntries(Object.entries(change).filter(([, rule]) => rule !== undefined));
    const { actor } = ctx;
    const stamp = {
      rules: { ...before, ...given },
      updatedBy: "name" in actor ? actor.name : actor.type,
      updatedAt: ctx.now(),
    };
    await tx
      .insert(escalationRules)
      .values({ merchantId: ctx.merchantId, ...stamp })
      .onConflictDoUpdate({ target: escalationRules.merchantId, set: stamp });
    await recordAudit(tx, ctx, {
      action: "escalation_rules.updated",
      subject: { type: "escalation_rules", id: ctx.merchantId },
      details: given,
    });
    return readWithStamp(tx, ctx.merchantId);
  });
}
