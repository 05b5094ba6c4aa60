import "server-only";

export { asksForContact } from "./asks-for-contact";
export { attachmentText, replyToUnreadAttachment } from "./attachment-message";
export { decideReply } from "./decide-reply";
export { splitClauses } from "./reading/split-clauses";
export type { Language, Reply, Turn } from "./types";
export { replyToUnheardVoice, voiceMessageText } from "./voice-message";
