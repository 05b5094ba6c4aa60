import { setTimeout as sleep } from "node:timers/promises";
import { LaunchError } from "./launch-error";

/**
 * Waits until the worker has said so and `/api/health/ready` answers 200. The worker first: while it loads it takes a
 * core, and the web server is not at its usual speed. `givenUp` may end the wait with a reason.
 */
export async function waitUntilReady(
  baseUrl: string,
  worker: { hasSaidReady: boolean },
  { timeoutMs = 90_000, givenUp }: { timeoutMs?: number; givenUp: () => string | null },
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  let last = "no answer";
  while (Date.now() < deadline) {
    const reason = givenUp();
    if (reason) throw new LaunchError(reason);
    if (worker.hasSaidReady) last = await askHealth(baseUrl);
    if (last === "200") return;
    await sleep(20);
  }
  const late = worker.hasSaidReady ? `web server (last: ${last})` : "worker";
  throw new LaunchError(`The ${late} did not become ready within ${timeoutMs / 1000} s.`);
}

async function askHealth(baseUrl: string): Promise<string> {
  try {
    const response = await fetch(`${baseUrl}/api/health/ready`, { signal: AbortSignal.timeout(5000) });
    await response.body?.cancel();
    return String(response.status);
  } catch {
    return "no answer";
  }
}
