import { z } from "zod";
import { pageInput } from "@/lib/core/pagination";
import { shopInstantSchema, storableText } from "../../records/schemas";

export const MAX_BODY_LENGTH = 100_000;

export const articleLanguageSchema = z.enum(["zh", "en", "es"]);
export type ArticleLanguage = z.infer<typeof articleLanguageSchema>;
export const audienceSchema = z.enum(["customers", "agents"]);
export const articleStatusSchema = z.enum(["draft", "published", "archived"]);
/** What readers find of it now: of a published article also whether its time has come, or is over. */
export const articleStateSchema = z.enum(["draft", "published", "scheduled", "expired", "archived"]);
export type ArticleState = z.infer<typeof articleStateSchema>;

const title = storableText(300).min(1, "Give the article a title.");
const body = storableText(MAX_BODY_LENGTH).min(1, "The article has no text.");
const tags = z.array(storableText(60).min(1)).max(20);

/** What a version holds. `validFrom` counts, `validUntil` does not any more. */
export const articleContent = z.object({
  title,
  /** Markdown. */
  body,
  tags: tags.default([]).transform((given) => [...new Set(given)]),
  audience: audienceSchema.default("customers"),
  validFrom: shopInstantSchema.nullish().transform((value) => value ?? null),
  validUntil: shopInstantSchema.nullish().transform((value) => value ?? null),
});
export type ArticleContent = z.output<typeof articleContent>;

type Validity = { validFrom?: string | null | undefined; validUntil?: string | null | undefined };
export function isPeriod({ validFrom, validUntil }: Validity): boolean {
  return !validFrom || !validUntil || validFrom < validUntil;
}
export const NO_PERIOD = {
  message: "The end of validity must be after its beginning.",
  path: ["validUntil"],
};

export const createArticleInput = articleContent
  .extend({
    language: articleLanguageSchema,
    externalId: storableText(200).min(1).optional(),
    /** An article in another language that says the same. */
    translationOf: z.uuid().optional(),
    /** An unanswered question that it answers: linked to it. */
    questionId: z.uuid().optional(),
    /** Published at once, else a draft. */
    publish: z.boolean().default(false),
  })
  .refine(isPeriod, NO_PERIOD);
export type CreateArticleInput = z.input<typeof createArticleInput>;

export const articleIdInput = z.object({ id: z.uuid() });
export type ArticleIdInput = z.input<typeof articleIdInput>;

export const updateArticleBody = z.object({
  title: title.optional(),
  body: body.optional(),
  tags: tags.optional(),
  audience: audienceSchema.optional(),
  validFrom: shopInstantSchema.nullable().optional(),
  validUntil: shopInstantSchema.nullable().optional(),
  /** The version that was edited: refused where somebody saved another since. */
  expectedVersion: z.int().min(1).optional(),
});
export const updateArticleInput = articleIdInput.extend(updateArticleBody.shape);
export type UpdateArticleInput = z.input<typeof updateArticleInput>;

/** Left out: the latest version. */
export const publishArticleBody = z.object({ version: z.int().min(1).optional() });
export const publishArticleInput = articleIdInput.extend(publishArticleBody.shape);
export type PublishArticleInput = z.input<typeof publishArticleInput>;

export const restoreVersionInput = articleIdInput.extend({
  number: z.coerce.number().int().min(1).max(1_000_000),
});
export type RestoreVersionInput = z.input<typeof restoreVersionInput>;

export const listArticlesInput = pageInput.extend({
  status: articleStatusSchema.optional(),
  language: articleLanguageSchema.optional(),
  audience: audienceSchema.optional(),
  tag: storableText(60).optional(),
  /** Part of the title. */
  q: storableText(200).optional(),
});
export type ListArticlesInput = z.input<typeof listArticlesInput>;

export const listVersionsInput = articleIdInput.extend(pageInput.shape);
export type ListVersionsInput = z.input<typeof listVersionsInput>;

const content = {
  title: z.string(),
  body: z.string(),
  tags: z.array(z.string()),
  audience: audienceSchema,
  validFrom: z.iso.datetime().nullable(),
  validUntil: z.iso.datetime().nullable(),
};

export const articleSummaryDto = z
  .object({
    id: z.uuid(),
    language: articleLanguageSchema,
    externalId: z.string().nullable(),
    status: articleStatusSchema,
    /** Of the latest version. */
    title: content.title,
    tags: content.tags,
    audience: audienceSchema,
    validFrom: content.validFrom,
    validUntil: content.validUntil,
    latestVersion: z.int(),
    /** Null unless published. Less than `latestVersion` where changes wait. */
    publishedVersion: z.int().nullable(),
    /** The conversation that a draft was made of. */
    sourceConversationId: z.uuid().nullable(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: "KnowledgeArticleSummary" });
export type ArticleSummaryDto = z.infer<typeof articleSummaryDto>;

export const articleDto = articleSummaryDto
  .extend({
    /** Markdown, of the latest version. */
    body: content.body,
    /** By the validity of the published version, which may be another than the latest. */
    state: articleStateSchema,
    /** The same article in other languages. */
    translations: z.array(
      z.object({
        id: z.uuid(),
        language: articleLanguageSchema,
        title: z.string(),
        status: articleStatusSchema,
      }),
    ),
  })
  .meta({ id: "KnowledgeArticle" });
export type ArticleDto = z.infer<typeof articleDto>;

export const articleVersionDto = z
  .object({
    number: z.int(),
    ...content,
    isPublished: z.boolean(),
    /** The version that it brought back. */
    restoredFrom: z.int().nullable(),
    authorName: z.string(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: "KnowledgeArticleVersion" });
export type ArticleVersionDto = z.infer<typeof articleVersionDto>;
