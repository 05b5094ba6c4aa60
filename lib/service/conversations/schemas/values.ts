import { CHANNEL_KINDS } from "@/lib/platform/channels/adapter";

export const CHANNELS = ["web", "api", ...CHANNEL_KINDS] as const;
export type Channel = (typeof CHANNELS)[number];
export const STATUSES = ["open", "snoozed", "resolved"] as const;
export const OWNERS = ["bot", "human"] as const;
export const AUTHORS = ["customer", "bot", "agent", "note", "activity"] as const;
export const HANDOFF_REASONS = [
  "asked_for_human",
  "low_confidence",
  "unsupported_intent",
  "order_not_verified",
  "voice_not_understood",
  "attachment_not_read",
  "angry",
  "complaint",
  "amount_at_stake",
  "best_customer",
] as const;
export const DUE_KINDS = ["first_response", "next_response", "resolution"] as const;
export type HandoffReason = (typeof HANDOFF_REASONS)[number];

export const MAX_MESSAGE_LENGTH = 4_000;
export const MAX_VOICE_BYTES = 5 * 1024 * 1024;
export const MAX_VOICE_SECONDS = 60;
