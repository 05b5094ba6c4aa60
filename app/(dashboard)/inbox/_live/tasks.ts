import type { ConversationSummaryDto, MessageDto } from "@/lib/service/conversations/schemas";

export interface Task {
  intent: string;
  state: "answered" | "withPerson" | "inHand" | "withBot";
}

/** Talk about the talk itself asks for nothing. */
const NO_TASK = new Set([
  "human_agent",
  "greeting",
  "thanks",
  "goodbye",
  "affirm",
  "deny",
  "provide_info",
  "out_of_scope",
]);
const MIN_CONFIDENCE = 0.4;

/** What the customer has asked about, each once, the latest last: answered by the bot's facts, or still open. */
export function readTasks(
  messages: readonly MessageDto[],
  conversation: Pick<ConversationSummaryDto, "owner" | "assigneeId">,
): Task[] {
  const tasks = new Map<string, Task>();
  const { owner, assigneeId } = conversation;
  const open = owner === "bot" ? "withBot" : assigneeId ? "inHand" : "withPerson";
  let last: Task | undefined;
  for (const message of messages) {
    const { author, correction } = message;
    // A person's word is certain.
    const intent = correction?.intent ?? message.intent;
    const isSure = correction !== null || (message.confidence ?? 0) >= MIN_CONFIDENCE;
    if (author === "customer" && intent && !NO_TASK.has(intent) && isSure) {
      last = { intent, state: open };
      tasks.delete(intent);
      tasks.set(intent, last);
    } else if (last && author === "bot" && message.sources.length > 0) last.state = "answered";
    else if (last && author === "activity" && message.activity?.type === "resolved") {
      for (const task of tasks.values()) task.state = "answered";
    }
  }
  return [...tasks.values()];
}
