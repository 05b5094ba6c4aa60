"use server";

import { draftArticleFromConversation } from "@/lib/data/knowledge";
import { action } from "@/lib/platform/http/action";
import { fillCannedReply } from "@/lib/service/canned-replies";
import type { FillCannedReplyInput } from "@/lib/service/canned-replies/schemas";
import {
  addNote,
  announceTyping,
  assignConversation,
  cancelScheduled as cancelScheduledVerb,
  handBackConversation,
  labelConversation as labelConversationVerb,
  linkCustomer as linkCustomerVerb,
  readMentions as readMentionsVerb,
  reopenConversation,
  resendMessage,
  resolveConversation,
  scheduleMessage,
  sendMessage,
  snoozeConversation,
  takeOverConversation,
  tellContactApart as tellContactApartVerb,
} from "@/lib/service/conversations";
import type {
  AddNoteInput,
  LabelConversationInput,
  LinkCustomerInput,
  ScheduleMessageInput,
  SendMessageInput,
  TellContactApartInput,
} from "@/lib/service/conversations/schemas";
import { createLabel as createLabelVerb } from "@/lib/service/labels";
import type { CreateLabelInput } from "@/lib/service/labels/schemas";
import { setAvailability as setAvailabilityVerb } from "@/lib/service/staffing";
import type { SetAvailabilityInput } from "@/lib/service/staffing/schemas";
import { chooseSuggestion as chooseSuggestionVerb } from "@/lib/service/suggestions";
import type { ChooseSuggestionInput } from "@/lib/service/suggestions/schemas";
import {
  correctIntent as correctIntentVerb,
  undoCorrection as undoCorrectionVerb,
} from "@/lib/service/understanding";
import type { CorrectIntentInput, UndoCorrectionInput } from "@/lib/service/understanding/schemas";
import { readCustomerContext } from "./_read-customer-context";

export const takeOver = action((ctx, input: { id: string }) => takeOverConversation(ctx, input));
export const handBack = action((ctx, input: { id: string }) => handBackConversation(ctx, input));
export const resolve = action((ctx, input: { id: string }) => resolveConversation(ctx, input));
export const reopen = action((ctx, input: { id: string }) => reopenConversation(ctx, input));
export const snooze = action((ctx, input: { id: string; until: string }) => snoozeConversation(ctx, input));
export const assign = action((ctx, input: { id: string; assigneeId: string | null }) =>
  assignConversation(ctx, input),
);
export const reply = action((ctx, input: Omit<SendMessageInput, "author"> & { id: string }) =>
  sendMessage(ctx, { ...input, author: "agent" }),
);
export const schedule = action((ctx, input: ScheduleMessageInput & { id: string }) =>
  scheduleMessage(ctx, input),
);
export const cancelScheduled = action((ctx, input: { id: string; scheduledId: string }) =>
  cancelScheduledVerb(ctx, input),
);
export const resend = action((ctx, input: { id: string; messageId: string }) => resendMessage(ctx, input));
export const note = action((ctx, input: AddNoteInput & { id: string }) => addNote(ctx, input));
export const readMentions = action((ctx, input: { id: string }) => readMentionsVerb(ctx, input));
export const correctIntent = action((ctx, input: CorrectIntentInput) => correctIntentVerb(ctx, input));
export const undoCorrection = action((ctx, input: UndoCorrectionInput) => undoCorrectionVerb(ctx, input));
export const draftArticle = action((ctx, input: { conversationId: string }) =>
  draftArticleFromConversation(ctx, input),
);
export const setAvailability = action((ctx, input: SetAvailabilityInput) => setAvailabilityVerb(ctx, input));
export const typing = action((ctx, input: { id: string; isTyping: boolean }) => announceTyping(ctx, input));
export const loadCustomerContext = action((ctx, input: { customerId: string }) =>
  readCustomerContext(ctx, input.customerId),
);
export const linkCustomer = action((ctx, input: LinkCustomerInput) => linkCustomerVerb(ctx, input));
export const tellContactApart = action((ctx, input: TellContactApartInput) =>
  tellContactApartVerb(ctx, input),
);
export const createLabel = action((ctx, input: CreateLabelInput) => createLabelVerb(ctx, input));
export const labelConversation = action((ctx, input: LabelConversationInput & { id: string }) =>
  labelConversationVerb(ctx, input),
);
export const chooseSuggestion = action((ctx, input: ChooseSuggestionInput) =>
  chooseSuggestionVerb(ctx, input),
);
export const fillReply = action((ctx, input: FillCannedReplyInput) => fillCannedReply(ctx, input));
