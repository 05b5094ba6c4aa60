import { z } from "zod";
import { articleLanguageSchema, audienceSchema } from "./articles";

/** In characters. */
export const MAX_IMPORT_LENGTH = 2_000_000;
export const MAX_IMPORTED_ARTICLES = 500;

export const importArticlesInput = z.object({
  format: z.enum(["markdown", "html", "csv"]),
  content: z.string().min(1, "There is nothing to import.").max(MAX_IMPORT_LENGTH),
  /** Of articles that do not name theirs. */
  language: articleLanguageSchema.default("en"),
  audience: audienceSchema.default("customers"),
  /** Published at once, else drafts. */
  publish: z.boolean().default(false),
  /** Says what an import would do, and stores nothing. */
  dryRun: z.boolean().default(false),
});
export type ImportArticlesInput = z.input<typeof importArticlesInput>;

export const importedArticlesDto = z
  .object({
    accepted: z.int(),
    rejected: z.int(),
    /** Each article or row in its order. */
    results: z.array(
      z.object({
        /** Line of the file where it begins, from 1. */
        line: z.int(),
        title: z.string(),
        /** Null where the file names one that articles do not have. */
        language: articleLanguageSchema.nullable(),
        status: z.enum(["created", "updated", "unchanged", "rejected"]),
        id: z.uuid().optional(),
        error: z
          .object({
            code: z.enum(["invalid_item", "duplicate_in_batch", "too_many", "conflict"]),
            message: z.string(),
          })
          .optional(),
      }),
    ),
  })
  .meta({ id: "ImportedArticles" });
export type ImportedArticlesDto = z.infer<typeof importedArticlesDto>;
export type ImportResult = ImportedArticlesDto["results"][number];
