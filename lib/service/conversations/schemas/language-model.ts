import { z } from "zod";
import { localeInput, messageText } from "./inputs";

export const translateMessagesInput = z.object({ language: localeInput });
export type TranslateMessagesInput = z.input<typeof translateMessagesInput>;

export const translationsDto = z
  .object({
    language: localeInput,
    translations: z.array(
      z.object({
        messageId: z.string(),
        language: localeInput,
        text: z.string(),
        /** What its author wrote before it was translated and sent. */
        isOriginal: z.boolean(),
        /** Numbers and codes in which the two differ. */
        lost: z.array(z.string()),
      }),
    ),
    /** How many messages are left to translate: ask again. */
    waiting: z.int(),
    failure: z.object({ code: z.string(), reason: z.string() }).nullable(),
  })
  .meta({ id: "MessageTranslations" });
export type TranslationsDto = z.output<typeof translationsDto>;

export const translateDraftInput = z.object({
  text: messageText,
  /** Left out: the customer's. */
  language: localeInput.optional(),
});
export type TranslateDraftInput = z.input<typeof translateDraftInput>;

export const draftTranslationDto = z
  .object({
    text: z.string(),
    language: localeInput,
    /** Numbers, amounts and codes of the draft that the translation lacks. */
    lost: z.array(z.string()),
    /** Such that only the translation has. */
    added: z.array(z.string()),
  })
  .meta({ id: "DraftTranslation" });
export type DraftTranslationDto = z.output<typeof draftTranslationDto>;

export const summariseInput = z.object({ language: localeInput.optional() });
export type SummariseInput = z.input<typeof summariseInput>;

export const conversationSummaryTextDto = z
  .object({ text: z.string(), language: localeInput, model: z.string(), createdAt: z.string() })
  .meta({ id: "ConversationSummaryText" });
export type ConversationSummaryTextDto = z.output<typeof conversationSummaryTextDto>;
