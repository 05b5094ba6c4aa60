import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { Context } from "@/lib/core/context";

/** Corrections (confirmations do not count) and examples that no version has learnt yet. */
export async function countFresh(
  tx: Transaction,
  ctx: Context,
): Promise<{ corrections: number; examples: number }> {
  const { merchantId } = ctx;
  const [row] = await tx.execute<{ corrections: number; examples: number }>(sql`
    WITH learnt AS (
      SELECT coalesce(max(taught_until), '-infinity') AS until FROM head_versions WHERE merchant_id = ${merchantId})
    SELECT
      (SELECT count(*)::int FROM intent_corrections c, learnt WHERE c.merchant_id = ${merchantId}
        AND c.updated_at > learnt.until AND c.intent IS DISTINCT FROM c.predicted_intent) AS corrections,
      (SELECT count(*)::int FROM intent_examples e JOIN merchant_intents i
          ON i.merchant_id = e.merchant_id AND i.id = e.intent_id AND i.archived_at IS NULL, learnt
        WHERE e.merchant_id = ${merchantId} AND e.created_at > learnt.until) AS examples`);
  return { corrections: row?.corrections ?? 0, examples: row?.examples ?? 0 };
}
