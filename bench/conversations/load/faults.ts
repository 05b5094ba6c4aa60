import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { findPostmaster } from "../../../db/embedded/postmaster";
import { readRecord } from "../../../scripts/supervisor/run-record";
import type { Product } from "../../product";

export type Part = "web" | "worker" | "database";

/** Ends a part as a crash does, while everybody writes. The product's own supervisor brings it back. */
export async function killAt(product: Product, part: Part, afterMs: number): Promise<void> {
  await sleep(afterMs);
  const pid = pidOf(product, part);
  if (!pid) throw new Error(`The ${part} does not run.`);
  // With the group that it leads: the processes that share its port end with it.
  process.kill(part === "database" ? pid : -pid, "SIGKILL");
  console.log(`  killed the ${part} (kill -9)`);
}

/** Undefined while it does not run. */
export function pidOf({ dataDir }: Product, part: Part): number | undefined {
  if (part === "database") return findPostmaster(join(dataDir, "postgres"))?.process.pid;
  return readRecord(join(dataDir, "run.json"))?.children[part]?.pid;
}
