export const MAX_ATTEMPTS = 8;
const FIRST_MS = 2_000;
const LONGEST_MS = 10 * 60_000;

/**
 * How long to wait before the next try: doubling, and between half and the whole of it by chance, so that many
 * messages do not come back at once. Never sooner than the platform asks.
 * @param random in [0, 1).
 */
export function backoffMs(attempts: number, retryAfterSeconds: number | undefined, random: number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(Math.max(attempts - 1, 0), 20));
  const jittered = full * (0.5 + random / 2);
  const asked = (retryAfterSeconds ?? 0) * 1_000;
  return Math.round(asked > jittered ? asked + random * 1_000 : jittered);
}
