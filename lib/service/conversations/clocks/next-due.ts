import type { ConversationSummaryDto } from "../schemas";
import type { TimersRow } from "./sync-timers";

/** The earlier of what is due: an answer, or the end of it all. */
export function nextDue(timers: TimersRow): ConversationSummaryDto["due"] {
  const { awaits, responseDueAt, resolutionDueAt } = timers;
  const response = awaits && responseDueAt ? { kind: awaits, at: responseDueAt.toISOString() } : null;
  const resolution = resolutionDueAt && { kind: "resolution" as const, at: resolutionDueAt.toISOString() };
  return response && resolution
    ? response.at <= resolution.at
      ? response
      : resolution
    : (response ?? resolution);
}
