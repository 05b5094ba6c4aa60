import { z } from "zod";
import { pageInput } from "@/lib/core/pagination";

export const recordQuestionInput = z.object({
  text: z.string().trim().min(1).max(2_000),
  conversationId: z.uuid().optional(),
});
export type RecordQuestionInput = z.input<typeof recordQuestionInput>;

export const listQuestionsInput = pageInput.extend({
  status: z.enum(["open", "dismissed", "linked"]).default("open"),
  language: z.enum(["zh", "en", "es", "other"]).optional(),
});
export type ListQuestionsInput = z.input<typeof listQuestionsInput>;

export const questionIdInput = z.object({ id: z.uuid() });
export type QuestionIdInput = z.input<typeof questionIdInput>;

export const linkQuestionBody = z.object({ articleId: z.uuid() });
export const linkQuestionInput = questionIdInput.extend(linkQuestionBody.shape);
export type LinkQuestionInput = z.input<typeof linkQuestionInput>;

export const draftFromConversationInput = z.object({ conversationId: z.uuid() });
export type DraftFromConversationInput = z.input<typeof draftFromConversationInput>;

export const unansweredQuestionDto = z
  .object({
    id: z.uuid(),
    /** As it was asked last, personal data hidden. */
    text: z.string(),
    language: z.enum(["zh", "en", "es", "other"]),
    timesAsked: z.int(),
    firstAskedAt: z.iso.datetime(),
    lastAskedAt: z.iso.datetime(),
    conversationId: z.uuid().nullable(),
    status: z.enum(["open", "dismissed", "linked"]),
    articleId: z.uuid().nullable(),
    resolvedBy: z.string().nullable(),
    resolvedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "UnansweredQuestion" });
export type UnansweredQuestionDto = z.infer<typeof unansweredQuestionDto>;
