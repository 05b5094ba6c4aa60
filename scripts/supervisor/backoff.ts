const firstDelayMs = 500;
const longestDelayMs = 30_000;
const calmAfterMs = 60_000;

/** How long to wait before each restart: twice as long each time, from the start again after a calm minute. */
export class Backoff {
  private failures = 0;

  /** `uptimeMs`: how long the part had run before it died. */
  nextDelayMs(uptimeMs: number): number {
    if (uptimeMs >= calmAfterMs) this.failures = 0;
    const delayMs = Math.min(firstDelayMs * 2 ** this.failures, longestDelayMs);
    this.failures += 1;
    return delayMs;
  }
}
