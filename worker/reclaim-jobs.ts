import type PgBoss from "pg-boss";
import { driver } from "@/db/client";

/** Any constant: every worker holds this lock, shared, as long as its process lives. */
const WORKERS_LOCK = 7_264_802;

/**
 * Gives back what a worker that died was doing, instead of waiting until it expires. Only when no other worker is
 * alive: then whatever still counts as running runs nowhere.
 * @returns a function that lets the lock go.
 */
export async function reclaimJobs(boss: PgBoss): Promise<() => void> {
  const session = await driver().reserve();
  const [lock] = await session<{ alone: boolean }[]>`SELECT pg_try_advisory_lock(${WORKERS_LOCK}) AS alone`;
  if (lock?.alone) {
    const orphans = await session<
      { id: string; name: string }[]
    >`SELECT id, name FROM pgboss.job WHERE state = 'active'`;
    // A message that was being sent may have arrived: its job finds the claim at its end and does not send it again.
    await session`SELECT end_sending_claims()`;
    for (const { id, name } of orphans) await boss.fail(name, id, { reason: "its worker died" });
  }
  await session`SELECT pg_advisory_lock_shared(${WORKERS_LOCK})`;
  if (lock?.alone) await session`SELECT pg_advisory_unlock(${WORKERS_LOCK})`;
  return () => session.release();
}
