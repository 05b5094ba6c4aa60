import { z } from "zod";
import { articleLanguageSchema, audienceSchema } from "./articles";

/** As the API takes it: a GET reads, and keeps no question. */
export const searchKnowledgeQuery = z.object({
  /** What somebody asks, in any of the three languages; articles in others are found too. */
  q: z.string().trim().min(1, "Ask something.").max(2_000),
  /** Of the translations of an article, the one in this language is shown. Left out: that of the question. */
  locale: z
    .enum(["zh", "zh-CN", "en", "es"])
    .transform((locale) => (locale === "zh-CN" ? "zh" : locale))
    .optional(),
  /** Who reads the answer: agents see what is meant for customers too. */
  audience: audienceSchema.default("customers"),
  limit: z.coerce.number().int().min(1).max(20).default(5),
});

export const searchKnowledgeInput = searchKnowledgeQuery.extend({
  /** Keeps the question for the shop to answer where search is not sure. */
  record: z.boolean().default(false),
  /** Where it was asked; kept with the question. */
  conversationId: z.uuid().optional(),
});
export type SearchKnowledgeInput = z.input<typeof searchKnowledgeInput>;

export const knowledgeHitDto = z
  .object({
    articleId: z.uuid(),
    version: z.int(),
    language: articleLanguageSchema,
    title: z.string(),
    /** The piece of the article that fits best, without Markdown's marks, and the headings above it. */
    passage: z.string(),
    heading: z.string(),
    /** Probability that it answers the question, 0–1. */
    confidence: z.number(),
  })
  .meta({ id: "KnowledgeHit" });
export type KnowledgeHitDto = z.infer<typeof knowledgeHitDto>;

export const knowledgeSearchDto = z
  .object({
    /** Best first. */
    data: z.array(knowledgeHitDto),
    /** Whether the first may be given as an answer; if not: “I am not sure.” */
    isConfident: z.boolean(),
    /** What the question is written in. */
    language: z.enum(["zh", "en", "es", "other"]),
  })
  .meta({ id: "KnowledgeSearch" });
export type KnowledgeSearchDto = z.infer<typeof knowledgeSearchDto>;
