import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { escalationRules } from "@/db/schema";
import { type EscalationRules, type EscalationRulesDto, escalationRulesSchema } from "../schemas";

/** The shop's rules as they hold now, defaults included. */
export async function readEscalationRules(tx: Transaction, merchantId: string): Promise<EscalationRules> {
  const { updatedAt: _, updatedBy: __, ...rules } = await readWithStamp(tx, merchantId);
  return rules;
}

/** With who changed them last, and when. */
export async function readWithStamp(tx: Transaction, merchantId: string): Promise<EscalationRulesDto> {
  const [row] = await tx.select().from(escalationRules).where(eq(escalationRules.merchantId, merchantId));
  return {
    ...escalationRulesSchema.parse(row?.rules ?? {}),
    updatedAt: row?.updatedAt.toISOString() ?? null,
    updatedBy: row?.updatedBy ?? null,
  };
}
