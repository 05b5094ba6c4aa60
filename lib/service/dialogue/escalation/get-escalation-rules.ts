import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { requirePermission } from "@/lib/core/permissions";
import type { EscalationRulesDto } from "../schemas";
import { readWithStamp } from "./read-escalation-rules";

/** When the bot gives a conversation to a person. */
export async function getEscalationRules(ctx: Context): Promise<EscalationRulesDto> {
  requirePermission(ctx, "conversations:read");
  return inTenant(ctx, ({ tx }) => readWithStamp(tx, ctx.merchantId));
}
