/** So many failures in a row open the circuit of whatever is called. */
export const FAILURES_TO_OPEN = 5;
const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 15 * 60_000;
/** While one message is tried the others wait. */
const PROBE_MS = 60_000;

export interface Circuit {
  failuresInRow: number;
  circuitOpenUntil: Date | null;
}

/** Whether a message may be sent now; with an open circuit whose pause is over, one may, as a probe. */
export function admit(
  { failuresInRow, circuitOpenUntil }: Circuit,
  now: Date,
): { is: "admitted"; change: Partial<Circuit> | null } | { is: "open"; until: Date } {
  if (failuresInRow < FAILURES_TO_OPEN || !circuitOpenUntil) return { is: "admitted", change: null };
  if (circuitOpenUntil > now) return { is: "open", until: circuitOpenUntil };
  return { is: "admitted", change: { circuitOpenUntil: new Date(now.getTime() + PROBE_MS) } };
}

/** Pauses double with every probe that fails. */
export function afterFailure({ failuresInRow }: Pick<Circuit, "failuresInRow">, now: Date): Circuit {
  const failures = failuresInRow + 1;
  if (failures < FAILURES_TO_OPEN) return { failuresInRow: failures, circuitOpenUntil: null };
  const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(failures - FAILURES_TO_OPEN, 20));
  return { failuresInRow: failures, circuitOpenUntil: new Date(now.getTime() + pauseMs) };
}

export const CLOSED: Circuit = { failuresInRow: 0, circuitOpenUntil: null };
