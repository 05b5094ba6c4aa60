import { z } from "zod";
import { pageInput } from "@/lib/core/pagination";
import { storableText } from "../../records/schemas";
import { articleIdInput, articleLanguageSchema, articleStateSchema, audienceSchema } from "./articles";

/** Over how many days answers are counted. */
export const CITED_DAYS = 30;

export const listArticleGroupsInput = pageInput.extend({
  state: articleStateSchema.optional(),
  language: articleLanguageSchema.optional(),
  audience: audienceSchema.optional(),
  /** Part of a title in any language. */
  q: storableText(200).optional(),
});
export type ListArticleGroupsInput = z.input<typeof listArticleGroupsInput>;

export const articleGroupDto = z.object({
  /** Shared by the translations. */
  id: z.uuid(),
  updatedAt: z.iso.datetime(),
  /** Bot answers of the last `CITED_DAYS` days that named one of them. */
  timesCited: z.int(),
  /** One a language, the oldest first. */
  articles: z.array(
    z.object({
      id: z.uuid(),
      language: articleLanguageSchema,
      /** Of the latest version. */
      title: z.string(),
      audience: audienceSchema,
      state: articleStateSchema,
      /** A newer version waits to be published. */
      hasChanges: z.boolean(),
    }),
  ),
});
export type ArticleGroupDto = z.infer<typeof articleGroupDto>;
export type GroupedArticle = ArticleGroupDto["articles"][number];

export const knowledgeCountsDto = z.object({ openQuestions: z.int(), drafts: z.int() });
export type KnowledgeCountsDto = z.infer<typeof knowledgeCountsDto>;

export const listCitationsInput = articleIdInput.extend({ limit: z.int().min(1).max(50).default(10) });
export type ListCitationsInput = z.input<typeof listCitationsInput>;

/** A conversation in which the bot answered with an article. */
export const citationDto = z.object({
  conversationId: z.uuid(),
  /** Null for a visitor whom the shop does not know. */
  customerName: z.string().nullable(),
  /** What was asked, and when it was answered last. */
  question: z.string().nullable(),
  citedAt: z.iso.datetime(),
});
export type CitationDto = z.infer<typeof citationDto>;
