import "server-only";

export { asksForContact } from "./asks-for-contact";
export { attachmentText, replyToUnreadAttachment } from "./attachment-message";
export { decideReply } from "./decide-reply";
export { getEscalationRules } from "./escalation/get-escalation-rules";
export { readEscalationRules } from "./escalation/read-escalation-rules";
export { updateEscalationRules } from "./escalation/update-escalation-rules";
export { acknowledgePicture, evidenceKey, replyToPictures, takesPictures } from "./picture-message";
export { splitClauses } from "./reading/split-clauses";
export { restockMessage } from "./restock-message";
export type { Language, Reply, Turn } from "./types";
export { replyToUnheardVoice, voiceMessageText } from "./voice-message";
export { whenPeopleAreBack } from "./when-back";
