import { and, eq, sql } from "drizzle-orm";
import type { JobWithMetadata } from "pg-boss";
import { jobs } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import { systemContext } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import type { Job } from "@/lib/platform/jobs/define-job";

const NO_MERCHANT = "00000000-0000-0000-0000-000000000000";

interface TaskData {
  merchantId?: string;
  jobId?: string;
}

/** Runs one task and keeps its `jobs` row true. A failure is thrown on, so that the queue tries again. */
export async function runJob(job: Job, task: JobWithMetadata<unknown>): Promise<void> {
  const {
    merchantId = NO_MERCHANT,
    jobId,
    ...payload
  } = (task.data ?? {}) as TaskData & Record<string, unknown>;
  const record = (change: Partial<typeof jobs.$inferInsert>) =>
    jobId ? updateJob(merchantId, jobId, change) : undefined;
  const isLastTry = task.retryCount >= task.retryLimit;
  await record({ status: "running", startedAt: new Date(), attempts: task.retryCount + 1 });
  try {
    await job.run(merchantId, payload, task.id, new AbortController().signal);
    await record({ status: "succeeded", finishedAt: new Date(), error: null });
  } catch (error) {
    console.error(`[${task.id}] ${job.name} failed:`, error);
    const text =
      error instanceof AppError ? error.message : "It failed on our side. The log has the details.";
    await record({
      status: isLastTry ? "failed" : "queued",
      error: text,
      ...(isLastTry ? { finishedAt: new Date() } : {}),
    });
    throw error;
  }
}

function updateJob(
  merchantId: string,
  jobId: string,
  change: Partial<typeof jobs.$inferInsert>,
): Promise<unknown> {
  return inTenant(systemContext(merchantId, "worker", jobId), ({ tx }) =>
    tx
      .update(jobs)
      .set(change)
      .where(and(eq(jobs.merchantId, merchantId), eq(jobs.id, jobId), sql`${jobs.status} <> 'succeeded'`)),
  );
}
