import {
  afterBusinessMinutes,
  type Clock,
  dueAt,
  NEW_CLOCK,
  startClock,
  stopClock,
} from "@/lib/intelligence/service-time";
import { levelOf, type ServiceRules } from "@/lib/service/staffing";
import type { ConversationRow } from "../internal";

const MINUTE_MS = 60_000;

/** What is remembered of a conversation that people have. All of it is instants; what is due follows from them. */
export interface Timers {
  awaits: "first_response" | "next_response" | null;
  hasAnswered: boolean;
  response: Clock;
  resolution: Clock;
  responseBreachedAt: Date | null;
  resolutionBreachedAt: Date | null;
  assigneeId: string | null;
  assigneeSince: Date | null;
  passedBy: readonly string[];
}

export type Standing = Pick<ConversationRow, "status" | "owner" | "lastMessageAuthor" | "assigneeId">;

const NEW_TIMERS: Timers = {
  awaits: null,
  hasAnswered: false,
  response: NEW_CLOCK,
  resolution: NEW_CLOCK,
  responseBreachedAt: null,
  resolutionBreachedAt: null,
  assigneeId: null,
  assigneeSince: null,
  passedBy: [],
};

/**
 * Moves the clocks along with the conversation. They run while people owe the customer something: not while the
 * customer is waited for, nor while it is snoozed or resolved. Null once the bot has it.
 */
export function followClocks(known: Timers | null, standing: Standing, at: Date): Timers | null {
  if (standing.owner === "bot") return null;
  const timers = followAssignee(known ?? NEW_TIMERS, standing.assigneeId, at);
  if (standing.status !== "open") return stopped(timers, at);
  // What the bot said last is no answer from people.
  const { lastMessageAuthor } = standing;
  if (lastMessageAuthor === null || lastMessageAuthor === "agent") return answered(timers, at);
  const waiting: Timers =
    timers.awaits === null
      ? {
          ...timers,
          awaits: timers.hasAnswered ? "next_response" : "first_response",
          response: NEW_CLOCK,
          responseBreachedAt: null,
        }
      : timers;
  return {
    ...waiting,
    response: startClock(waiting.response, at),
    resolution: startClock(waiting.resolution, at),
  };
}

function stopped(timers: Timers, at: Date): Timers {
  return {
    ...timers,
    response: stopClock(timers.response, at),
    resolution: stopClock(timers.resolution, at),
  };
}

function answered(timers: Timers, at: Date): Timers {
  const resolution = stopClock(timers.resolution, at);
  if (timers.awaits === null) return { ...timers, resolution };
  return {
    ...timers,
    awaits: null,
    hasAnswered: true,
    response: NEW_CLOCK,
    responseBreachedAt: null,
    resolution,
    passedBy: [],
  };
}

/** Whoever lets go of it, by will or by silence, does not get it again by itself. */
function followAssignee(timers: Timers, assigneeId: string | null, at: Date): Timers {
  const previous = timers.assigneeId;
  if (previous === assigneeId) return timers;
  const letGo = previous !== null && assigneeId === null && !timers.passedBy.includes(previous);
  return {
    ...timers,
    assigneeId,
    assigneeSince: assigneeId ? at : null,
    passedBy: letGo ? [...timers.passedBy, previous] : timers.passedBy,
  };
}

export interface Deadlines {
  responseDueAt: Date | null;
  resolutionDueAt: Date | null;
  reassignAt: Date | null;
}

/** When what is due, by the shop's rules as they are now. */
export function readDeadlines(timers: Timers, rules: ServiceRules, channel: string): Deadlines {
  const level = levelOf(rules, channel);
  const count = level?.counts === "business" ? rules.hours : null;
  const due = (clock: Clock, minutes: number | null | undefined) =>
    minutes ? dueAt(clock, minutes * MINUTE_MS, count) : null;
  const responseMinutes =
    timers.awaits === "first_response" ? level?.firstResponseMinutes : level?.nextResponseMinutes;
  return {
    responseDueAt: timers.awaits === null ? null : due(timers.response, responseMinutes),
    resolutionDueAt: due(timers.resolution, level?.resolutionMinutes),
    reassignAt: reassignAt(timers, rules),
  };
}

/** Counted from when both are so: the customer waits, and this assignee has it. */
function reassignAt({ awaits, assigneeSince, response }: Timers, rules: ServiceRules): Date | null {
  const { mode, reassignAfterMinutes: minutes } = rules.assignment;
  if (mode === "off" || !minutes || !assigneeSince || !awaits || !response.runningSince) return null;
  const since = new Date(Math.max(assigneeSince.getTime(), Date.parse(response.runningSince)));
  return rules.hours
    ? afterBusinessMinutes(rules.hours, since, minutes)
    : new Date(since.getTime() + minutes * MINUTE_MS);
}
