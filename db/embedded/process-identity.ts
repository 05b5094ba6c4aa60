import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** A process as it was seen once. `stamp` tells it from a later process that was given the same pid. */
export type ProcessIdentity = { pid: number; stamp: string };

/** The identity of a running process, or null when no such process runs (a zombie counts as gone). */
export function identifyProcess(pid: number): ProcessIdentity | null {
  if (!Number.isInteger(pid) || pid <= 1) return null;
  const stamp = process.platform === "linux" ? stampFromProc(pid) : stampFromPs(pid);
  return stamp === null ? null : { pid, stamp };
}

/** Whether the very process that was recorded still runs, not another one under a recycled pid. */
export function isStillRunning(recorded: ProcessIdentity): boolean {
  return identifyProcess(recorded.pid)?.stamp === recorded.stamp;
}

/** Ends a recorded process: `signal` first, SIGKILL once `graceMs` has passed. Never touches a recycled pid. */
export async function endProcess(
  recorded: ProcessIdentity,
  { signal = "SIGTERM", graceMs = 3000 }: { signal?: NodeJS.Signals; graceMs?: number } = {},
): Promise<void> {
  sendSignal(recorded, signal);
  if (await waitUntilGone(recorded, graceMs)) return;
  sendSignal(recorded, "SIGKILL");
  await waitUntilGone(recorded, 2000);
}

/** Waits until the recorded process is gone; false when it still runs after `timeoutMs`. */
export async function waitUntilGone(recorded: ProcessIdentity, timeoutMs: number): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  while (isStillRunning(recorded)) {
    if (Date.now() >= deadline) return false;
    await sleep(20);
  }
  return true;
}

function sendSignal(recorded: ProcessIdentity, signal: NodeJS.Signals): void {
  if (!isStillRunning(recorded)) return;
  try {
    process.kill(recorded.pid, signal);
  } catch {
    // It ended between the look and the signal.
  }
}

function stampFromProc(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The command name, in parentheses, may hold spaces: fields are counted after it.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [state, startTicks] = [fields[0], fields[19]];
    if (state === "Z" || state === "X" || !startTicks) return null;
    return `${bootId()}/${startTicks}`;
  } catch {
    return null;
  }
}

function stampFromPs(pid: number): string | null {
  try {
    const line = execFileSync("ps", ["-o", "stat=,lstart=", "-p", String(pid)], {
      encoding: "utf8",
      stdio: "pipe",
    });
    const [state = "", ...started] = line.trim().split(/\s+/);
    return state === "" || state.startsWith("Z") ? null : started.join(" ");
  } catch {
    return null;
  }
}

let knownBootId: string | undefined;

function bootId(): string {
  knownBootId ??= readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  return knownBootId;
}
