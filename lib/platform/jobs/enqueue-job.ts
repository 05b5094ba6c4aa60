import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { jobs, outbox } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import type { QueueName } from "@/lib/core/queues";

/** Channel on which the worker hears that the outbox has something; it also polls, should it miss one. */
export const OUTBOX_CHANNEL = "zhanggui_outbox";

/**
 * Asks for background work in the transaction of the change that needs it: if that rolls back, nothing runs.
 * @param options.delaySeconds it starts that much later at the earliest.
 * @returns the id of the `jobs` row in which pages follow it.
 */
export async function enqueueJob(
  tx: Transaction,
  ctx: Context,
  name: QueueName,
  payload: Record<string, string>,
  options: { delaySeconds?: number } = {},
): Promise<string> {
  const jobId = newId();
  await tx
    .insert(jobs)
    .values({ merchantId: ctx.merchantId, id: jobId, name, payload, createdAt: ctx.now() });
  await tx
    .insert(outbox)
    .values({ merchantId: ctx.merchantId, topic: `job:${name}`, payload: { jobId, ...payload, ...options } });
  await tx.execute(sql`SELECT pg_notify(${OUTBOX_CHANNEL}, '')`);
  return jobId;
}
