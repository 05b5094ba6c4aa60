import type { ChannelAdapter } from "./adapter";

export const REPLY_REFUSALS = [
  "channel_removed",
  "channel_disabled",
  "reply_window_closed",
  "reply_limit_reached",
] as const;

export interface ReplyRefusal {
  code: (typeof REPLY_REFUSALS)[number];
  /** For people: the cause and the remedy. */
  reason: string;
  facts: Record<string, string | number>;
}

interface Account {
  isEnabled: boolean;
  removedAt: Date | null;
}

interface Contact {
  lastInboundAt: Date | null;
  repliesSinceInbound: number;
}

/**
 * Why the desk may not write to a person now; null where it may.
 * @param more how many messages are wanted beyond those that were given to the platform already.
 */
export function checkReply(
  rules: ChannelAdapter["rules"],
  account: Account,
  contact: Contact,
  more: number,
  now: Date,
): ReplyRefusal | null {
  if (account.removedAt)
    return refuse(
      "channel_removed",
      "The channel of this conversation was removed. Reach the customer another way.",
    );
  if (!account.isEnabled)
    return refuse(
      "channel_disabled",
      "The channel of this conversation is switched off. Switch it on under Settings.",
    );
  const { replyWindowHours: hours, maxReplies } = rules;
  if (hours !== null) {
    const closedAt = new Date((contact.lastInboundAt?.getTime() ?? 0) + hours * 3_600_000);
    if (closedAt <= now) {
      const reason = `This platform lets a shop write for ${hours} h after the customer's last message. Wait until they write again.`;
      return refuse("reply_window_closed", reason, { closedAt: closedAt.toISOString(), hours });
    }
  }
  if (maxReplies !== null && contact.repliesSinceInbound + more > maxReplies) {
    const reason = `This platform takes at most ${maxReplies} messages after one of the customer's. Write less, or wait until they write again.`;
    return refuse("reply_limit_reached", reason, { maxReplies, sent: contact.repliesSinceInbound });
  }
  return null;
}

function refuse(code: ReplyRefusal["code"], reason: string, facts: ReplyRefusal["facts"] = {}): ReplyRefusal {
  return { code, reason, facts };
}
