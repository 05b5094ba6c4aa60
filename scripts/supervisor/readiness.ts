import { setTimeout as sleep } from "node:timers/promises";
import { LaunchError } from "./launch-error";

/** Waits until `/api/health/ready` answers 200. `givenUp` may end the wait with a reason. */
export async function waitUntilReady(
  baseUrl: string,
  { timeoutMs = 90_000, givenUp }: { timeoutMs?: number; givenUp: () => string | null },
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  let last = "no answer";
  while (Date.now() < deadline) {
    const reason = givenUp();
    if (reason) throw new LaunchError(reason);
    last = await askHealth(baseUrl);
    if (last === "200") return;
    await sleep(50);
  }
  throw new LaunchError(`The web server did not become ready within ${timeoutMs / 1000} s (last: ${last}).`);
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
