import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { endProcess, identifyProcess, type ProcessIdentity } from "./process-identity";

/** What a running server writes into its data folder: PostgreSQL's own postmaster.pid. */
export type Postmaster = { process: ProcessIdentity; port: number; status: string };

/** The live server of this cluster, or null. A file left by a server that is gone is removed. */
export function findPostmaster(clusterDir: string): Postmaster | null {
  const file = join(clusterDir, "postmaster.pid");
  const lines = readLines(file);
  if (!lines) return null;
  const process = identifyProcess(Number(lines[0]));
  if (process && isPostgres(process.pid)) {
    return { process, port: Number(lines[3]), status: lines[7]?.trim() ?? "" };
  }
  rmSync(file, { force: true });
  return null;
}

/** Waits until the server of this cluster takes connections, or has ended: then null. */
export async function waitForPostmaster(clusterDir: string, timeoutMs = 60_000): Promise<Postmaster | null> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const postmaster = findPostmaster(clusterDir);
    if (!postmaster || postmaster.status === "ready") return postmaster;
    if (Date.now() > deadline) return null;
    await sleep(15);
  }
}

/** Stops a server the fast way: open transactions roll back, memory is written out. */
export function stopPostmaster(postmaster: Postmaster): Promise<void> {
  return endProcess(postmaster.process, { signal: "SIGINT", graceMs: 15_000 });
}

/** The pid in a leftover file may since belong to another program, which is none of our business. */
function isPostgres(pid: number): boolean {
  if (process.platform !== "linux") return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0")[0]!.endsWith("postgres");
  } catch {
    return false;
  }
}

function readLines(file: string): string[] | null {
  try {
    const lines = readFileSync(file, "utf8").split("\n");
    return Number(lines[0]) > 0 ? lines : null;
  } catch {
    return null;
  }
}
