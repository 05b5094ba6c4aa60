import type { Transaction } from "@/db/client";
import type { Context } from "@/lib/core/context";
import { recordAudit } from "@/lib/platform/audit/record-audit";
import { type Batch, countResults } from "./open-batch";
import type { BatchAnswer } from "./schemas";

/** Writes one audit row for a batch that changed something, and answers it. */
export async function closeBatch(
  tx: Transaction,
  ctx: Context,
  batch: Batch<unknown>,
  what: { action: string; type: string },
): Promise<BatchAnswer> {
  const counts = countResults(batch);
  if (counts.created + counts.updated > 0) {
    const only = batch.results.length === 1 ? batch.results[0]?.id : undefined;
    const subject = only ? { type: what.type, id: only } : { type: `${what.type}_batch`, id: ctx.requestId };
    await recordAudit(tx, ctx, { action: what.action, subject, details: counts });
  }
  return { results: batch.results };
}
