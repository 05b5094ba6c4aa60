import { z } from "zod";

/** What a draft is made from: a task of the dialogue, an article, a canned reply. */
export const SUGGESTION_KINDS = ["task", "article", "canned"] as const;
export type SuggestionKind = (typeof SUGGESTION_KINDS)[number];
/** Sent as it was, sent after a change, or put away. */
export const SUGGESTION_CHOICES = ["accepted", "edited", "rejected"] as const;

export const suggestRepliesInput = z.object({ conversationId: z.uuid() });
export type SuggestRepliesInput = z.input<typeof suggestRepliesInput>;

export const replySuggestionDto = z.object({
  /** The same draft has the same key, and another one when its facts have changed. */
  key: z.string(),
  kind: z.enum(SUGGESTION_KINDS),
  text: z.string(),
  /** The task, the article's title or the canned reply's name. */
  about: z.string(),
  /** What the customer's message asks for, as it was understood. */
  intent: z.string().nullable(),
  /** How sure that is, or that the article or canned reply answers it, 0–1. */
  confidence: z.number().nullable(),
  sources: z.array(z.object({ type: z.string(), id: z.string(), label: z.string() })),
  /** Variables of a canned reply that have no value here; the reply cannot be sent before they are replaced. */
  missing: z.array(z.string()),
});
export type ReplySuggestionDto = z.infer<typeof replySuggestionDto>;

export const replySuggestionsDto = z
  .object({
    /** The customer's message that the drafts answer; null where nobody waits for an answer. */
    messageId: z.uuid().nullable(),
    language: z.enum(["zh", "en", "es"]).nullable(),
    data: z.array(replySuggestionDto),
  })
  .meta({ id: "ReplySuggestions" });
export type ReplySuggestionsDto = z.infer<typeof replySuggestionsDto>;

export const chooseSuggestionBody = z.object({
  key: z.string().regex(/^(task|article|canned)-[0-9a-f]{16}$/, "Use the key of a suggestion."),
  /** Null takes an earlier choice back. */
  choice: z.enum(SUGGESTION_CHOICES).nullable(),
});
export const chooseSuggestionInput = suggestRepliesInput.extend(chooseSuggestionBody.shape);
export type ChooseSuggestionInput = z.input<typeof chooseSuggestionInput>;
