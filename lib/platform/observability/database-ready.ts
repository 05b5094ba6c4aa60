import { driver } from "@/db/client";

const TIMEOUT_MS = 2_000;

/** Whether the database answers a trivial query in time. */
export async function isDatabaseReady(): Promise<boolean> {
  const timeout = new Promise<false>((resolve) => setTimeout(resolve, TIMEOUT_MS, false).unref());
  const answer = driver()`SELECT 1`.then(
    () => true,
    () => false,
  );
  return Promise.race([answer, timeout]);
}
