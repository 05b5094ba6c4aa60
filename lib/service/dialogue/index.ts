import "server-only";

export { asksForContact } from "./asks-for-contact";
export { decideReply } from "./decide-reply";
export type { Language, Reply, Turn } from "./types";
export { replyToUnheardVoice, voiceMessageText } from "./voice-message";
