import type { ChannelAdapter } from "./adapter";
import type { FileRefusal } from "./file-rules";

export const REPLY_REFUSALS = [
  "channel_removed",
  "channel_disabled",
  "reply_window_closed",
  "reply_limit_reached",
  "files_not_taken",
  "file_type_not_taken",
  "file_too_large",
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

/** The same about files that shall go along. */
export function refuseFiles(refusal: FileRefusal): ReplyRefusal {
  switch (refusal.code) {
    case "files_not_taken":
      return refuse(refusal.code, "This platform takes no files from here. Write instead, or send a link.");
    case "file_type_not_taken":
      return refuse(refusal.code, "This platform takes no files of this kind. Send a JPEG or a PDF.");
    case "file_too_large": {
      const mebibytes = refusal.maxBytes / 1024 / 1024;
      const reason = `This platform takes at most ${mebibytes} MiB of it. Send a smaller file.`;
      return refuse(refusal.code, reason, { maxBytes: refusal.maxBytes });
    }
  }
}

function refuse(code: ReplyRefusal["code"], reason: string, facts: ReplyRefusal["facts"] = {}): ReplyRefusal {
  return { code, reason, facts };
}
