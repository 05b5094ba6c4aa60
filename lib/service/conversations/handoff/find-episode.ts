import type { MessageDto } from "../schemas";

/** The part of a conversation that a handoff is about: from its last reopening on. */
export interface Episode {
  messages: readonly MessageDto[];
  /** Those that were there before a person took it. */
  before: readonly MessageDto[];
  /** The line that says why a person is needed; null where an agent took it unasked. */
  handoff: MessageDto | null;
  /** The line that says who took it; null while it waits. */
  takeover: MessageDto | null;
}

/** On a platform a person has one conversation for years: what was resolved long ago is not what they come with now. */
export function findEpisode(messages: readonly MessageDto[]): Episode {
  const isLine = (type: string) => (message: MessageDto) => message.activity?.type === type;
  const since = Math.max(messages.findLastIndex(isLine("handback")), lastBeginning(messages));
  const episode = messages.slice(since + 1);
  const handoff = episode.findLast(isLine("handoff")) ?? null;
  const rest = handoff ? episode.slice(episode.indexOf(handoff)) : episode;
  const takeover = rest.find(isLine("takeover")) ?? rest.find(({ author }) => author === "agent") ?? null;
  const before = takeover ? episode.slice(0, episode.indexOf(takeover)) : episode;
  return { messages: episode, before, handoff, takeover };
}

/** A reopening after the end; one after a snooze goes on with what was. */
function lastBeginning(messages: readonly MessageDto[]): number {
  return messages.findLastIndex(
    ({ activity }, at) =>
      activity?.type === "reopened" &&
      messages.slice(0, at).findLast((one) => one.activity && END_OR_SNOOZE.has(one.activity.type))?.activity
        ?.type === "resolved",
  );
}

const END_OR_SNOOZE = new Set(["resolved", "snoozed"]);
