import "server-only";

export { addNote } from "./add-note";
export { announcePresence } from "./announce-presence";
export { announceTyping } from "./announce-typing";
export { undoAct } from "./bulk/undo-act";
export { updateConversations } from "./bulk/update-conversations";
export { handBackConversation, takeOverConversation } from "./change-owner";
export {
  assignConversation,
  reopenConversation,
  resolveConversation,
  snoozeConversation,
} from "./change-status";
export { announceCorrection, lockCustomerMessage } from "./correct-message";
export { fetchMessageAttachment } from "./fetch-message-attachment";
export { toMessageDto } from "./internal";
export { labelConversation } from "./label-conversation";
export { findMatchingCustomers } from "./linking/find-matching-customers";
export { linkCustomer } from "./linking/link-customer";
export { tellContactApart } from "./linking/tell-contact-apart";
export { runMacro } from "./macros/run-macro";
export { openVisitorSession } from "./open-visitor-session";
export {
  countByFilters,
  countInbox,
  getConversation,
  getLiveConversation,
  listAssignees,
  listConversations,
} from "./queries";
export { rateConversation } from "./rate-conversation";
export { readMentions } from "./read-mentions";
export { resendMessage } from "./resend-message";
export { cancelScheduled, scheduleMessage } from "./scheduled/schedule-message";
export { searchConversations } from "./search-conversations";
export { sendMessage } from "./send-message";
export { sendVisitorVoice } from "./send-visitor-voice";
export { startConversation } from "./start-conversation";
export { summariseConversation } from "./summary/summarise-conversation";
export { translateDraft } from "./translation/translate-draft";
export { translateMessages } from "./translation/translate-messages";
export {
  announceVisitorTyping,
  findVisitorConversationId,
  getVisitorConversation,
  rateAsVisitor,
  selectForVisitor,
  sendVisitorMessage,
  toVisitorAnswer,
} from "./visitor";
export { voiceAnalyzer } from "./voice-analyzer";
