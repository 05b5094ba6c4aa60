import type { SentVisitorMessageDto, VisitorMessageDto } from "@/lib/service/conversations/schemas";

/** A line of the thread: stored by the desk, or still on its way there. */
export interface ThreadItem extends Omit<VisitorMessageDto, "id"> {
  /** Stays the same when a sent message becomes a stored one. */
  key: string;
  /** Null until the desk has stored it. */
  id: string | null;
  state: "stored" | "sending" | "failed";
}

export interface Unsent {
  clientMessageId: string;
  text: string;
  createdAt: string;
  /** Files that are uploaded already. */
  attachmentIds?: string[];
}

export function toUnsentItem(unsent: Unsent, state: "sending" | "failed"): ThreadItem {
  return {
    clientMessageId: unsent.clientMessageId,
    text: unsent.text,
    createdAt: unsent.createdAt,
    hasWords: unsent.text !== "",
    attachments: [],
    key: unsent.clientMessageId,
    id: null,
    author: "customer",
    authorName: null,
    activity: null,
    voiceSeconds: null,
    state,
  };
}

/** A sent message as the desk stored it, with the bot's answer, which follows it. */
export function toMessages({ message, reply }: SentVisitorMessageDto): VisitorMessageDto[] {
  if (!reply) return [message];
  const createdAt = new Date(Date.parse(message.createdAt) + 2).toISOString();
  const { id, text } = reply;
  const byBot = { author: "bot", authorName: null, activity: null, clientMessageId: null } as const;
  const said = { text, hasWords: true, attachments: [], voiceSeconds: null };
  return [message, { id, createdAt, ...said, ...byBot }];
}

/**
 * Adds what the desk says to what is shown. A message that arrives twice (the answer to a send, the stream, a
 * reload) is one item; what is not stored yet stays at the end.
 */
export function mergeMessages(
  items: readonly ThreadItem[],
  incoming: readonly VisitorMessageDto[],
): ThreadItem[] {
  const byKey = new Map(items.map((item) => [item.key, item]));
  const keyById = new Map(items.flatMap((item) => (item.id ? [[item.id, item.key] as const] : [])));
  for (const message of incoming) {
    const own = message.author === "customer" ? message.clientMessageId : null;
    const key = keyById.get(message.id) ?? own ?? message.id;
    const known = byKey.get(key);
    // The answer to a send knows no author's name; what the stream said about it stands.
    const authorName = message.authorName ?? known?.authorName ?? null;
    byKey.set(key, { ...message, authorName, key, state: "stored" });
    keyById.set(message.id, key);
  }
  return [...byKey.values()].sort(inOrder);
}

function inOrder(one: ThreadItem, other: ThreadItem): number {
  if ((one.id === null) !== (other.id === null)) return one.id === null ? 1 : -1;
  const byTime = Date.parse(one.createdAt) - Date.parse(other.createdAt);
  return byTime || (one.id && other.id ? one.id.localeCompare(other.id) : 0);
}

/** Messages from the desk that came after the visitor last looked. */
export function countUnread(items: readonly ThreadItem[], seenAt: string | null): number {
  if (seenAt === null) return 0;
  const seen = Date.parse(seenAt);
  return items.filter(
    (item) => (item.author === "bot" || item.author === "agent") && Date.parse(item.createdAt) > seen,
  ).length;
}

/** Whether the conversation ended and this ending was not rated yet. */
export function awaitsRating(items: readonly ThreadItem[]): boolean {
  for (let index = items.length - 1; index >= 0; index--) {
    const type = items[index]?.activity?.type;
    if (type === "rated" || type === "reopened") return false;
    if (type === "resolved") return true;
  }
  return false;
}

/** What the visitor has written, sent or still on its way. */
export function ownTexts(items: readonly ThreadItem[]): string[] {
  return items.filter(({ author }) => author === "customer").map(({ text }) => text);
}
