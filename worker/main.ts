import PgBoss from "pg-boss";
import { closeDatabase } from "@/db/client";
import { env } from "@/lib/core/env";
import { startOutboxRelay } from "./outbox-relay";
import { reclaimJobs } from "./reclaim-jobs";
import { JOBS, SCHEDULES } from "./registry";
import { runJob } from "./run-job";

/** Background work: relays the outbox to the queues, runs the jobs, keeps the schedules. */
async function main(): Promise<void> {
  // The queues were created by the migration, with the owner's rights.
  const boss = new PgBoss({ connectionString: env().APP_DATABASE_URL, migrate: false, max: 4 });
  boss.on("error", (error) => console.error("Queue:", error));
  await boss.start();
  const releaseWorkersLock = await reclaimJobs(boss);
  for (const job of JOBS) {
    await boss.updateQueue(job.name, {
      name: job.name,
      retryLimit: job.retryLimit,
      expireInSeconds: job.expireInSeconds,
      retryDelay: 5,
    });
    for (let slot = 0; slot < job.concurrency; slot++) {
      await boss.work(job.name, { includeMetadata: true, pollingIntervalSeconds: 1 }, async ([task]) => {
        if (task) await runJob(job, task);
      });
    }
  }
  for (const { name, cron } of SCHEDULES) await boss.schedule(name, cron);
  const stopRelay = await startOutboxRelay(boss);
  console.log("worker ready");
  process.send?.("ready");

  const stop = async () => {
    await stopRelay();
    releaseWorkersLock();
    await boss.stop({ graceful: true, timeout: 10_000 });
    await closeDatabase();
    process.exit(0);
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
