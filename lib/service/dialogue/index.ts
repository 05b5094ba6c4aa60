import "server-only";

export { knowledgeText } from "./answer-from-knowledge";
export { asksForContact } from "./asks-for-contact";
export { attachmentText, replyToUnreadAttachment } from "./attachment-message";
export { decideReply, replyLanguage } from "./decide-reply";
export { type DraftAnswer, draftAnswers } from "./draft-answers";
export { getEscalationRules } from "./escalation/get-escalation-rules";
export { readEscalationRules } from "./escalation/read-escalation-rules";
export { updateEscalationRules } from "./escalation/update-escalation-rules";
export { type Memory, readMemory, toTaskSlots } from "./memory";
export { acknowledgePicture, evidenceKey, replyToPictures, takesPictures } from "./picture-message";
export { partsToRead } from "./reading/split-clauses";
export { restockMessage } from "./restock-message";
export { sayCouponLine } from "./say-coupon-line";
export { taskIdFor } from "./task-id-for";
export type { Language, Reply, Turn } from "./types";
export { replyToUnheardVoice, voiceMessageText } from "./voice-message";
export { whenPeopleAreBack } from "./when-back";
