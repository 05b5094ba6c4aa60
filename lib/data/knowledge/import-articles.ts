import { sql } from "drizzle-orm";
import type { z } from "zod";
import type { Transaction } from "@/db/client";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { nearDuplicateKey } from "@/lib/intelligence/text";
import { recordAudit } from "@/lib/platform/audit";
import { insertArticles, type NewArticle } from "./insert-articles";
import { isSameContent, lockArticle } from "./internal";
import { readKnownArticles } from "./known-articles";
import { publishLatest } from "./publish-latest";
import type { Draft } from "./read/draft";
import { readCsv } from "./read/read-csv";
import { readHtml } from "./read/read-html";
import { readMarkdown } from "./read/read-markdown";
import {
  articleLanguageSchema,
  createArticleInput,
  type ImportArticlesInput,
  type ImportedArticlesDto,
  type ImportResult,
  importArticlesInput,
  MAX_IMPORTED_ARTICLES,
} from "./schemas";
import { saveVersion } from "./update-article";

type CheckedArticle = z.output<typeof createArticleInput>;

const READERS = { markdown: (text: string) => readMarkdown(text), html: readHtml, csv: readCsv };

/**
 * Reads articles from a file. Each is accepted or rejected by itself, with the reason. One that is there already, by
 * its id or else by title and language, is updated, so that the same file twice changes nothing; what people read of it
 * stays until it is published, at once with `publish`. With `dryRun` nothing is stored.
 * @throws AppError `invalid_input` for a file that cannot be read at all.
 */
export async function importArticles(ctx: Context, raw: ImportArticlesInput): Promise<ImportedArticlesDto> {
  requirePermission(ctx, "knowledge:write");
  const input = parseInput(importArticlesInput, raw);
  const drafts = READERS[input.format](input.content);
  if (drafts.length === 0)
    throw new AppError("invalid_input", "There is no article in this file: it has no text.");
  if (input.dryRun)
    return summarize(await inTenant(ctx, ({ tx, ctx }) => storeDrafts(tx, ctx, drafts, input)));
  const results = await inTenant(ctx, async ({ tx, ctx }) => {
    // Two imports of one file at once would both find nothing and double it.
    await tx.execute(
      sql`SELECT pg_advisory_xact_lock(hashtextextended(${`knowledge-import:${ctx.merchantId}`}, 0))`,
    );
    const stored = await storeDrafts(tx, ctx, drafts, input);
    const { accepted, rejected } = summarize(stored);
    await recordAudit(tx, ctx, {
      action: "articles.imported",
      subject: { type: "merchant", id: ctx.merchantId },
      details: { format: input.format, accepted, rejected },
    });
    return stored;
  });
  // After the commit: encoding takes its time, and a repeat publishes what a crash left unpublished.
  if (input.publish) {
    await publishLatest(
      ctx,
      results.flatMap(({ id }) => id ?? []),
    );
  }
  return summarize(results);
}

function summarize(results: ImportResult[]): ImportedArticlesDto {
  const rejected = results.filter(({ status }) => status === "rejected").length;
  return { accepted: results.length - rejected, rejected, results };
}

interface Accepted {
  /** Where its result goes. */
  at: number;
  line: number;
  article: CheckedArticle;
}

async function storeDrafts(
  tx: Transaction,
  ctx: Context,
  drafts: readonly Draft[],
  defaults: z.output<typeof importArticlesInput>,
): Promise<ImportResult[]> {
  const results: ImportResult[] = [];
  const accepted: Accepted[] = [];
  const seen = new Set<string>();
  for (const [at, draft] of drafts.entries()) {
    const article = checkDraft({ ...defaults, ...draft }, at, seen);
    const { line, title } = draft;
    const named = articleLanguageSchema.safeParse(draft.language ?? defaults.language);
    const language = named.success ? named.data : null;
    if ("code" in article) results[at] = { line, title, language, status: "rejected", error: article };
    else accepted.push({ at, line, article });
  }
  const known = await readKnownArticles(
    tx,
    ctx,
    accepted.map(({ article }) => article),
  );
  const created: NewArticle[] = [];
  for (const { at, line, article } of accepted) {
    const { language, externalId, publish: _, translationOf: __, questionId: ___, ...content } = article;
    const found = known.find(article);
    const result = { line, title: content.title, language };
    if (found) {
      const status = isSameContent(found.content, content) ? "unchanged" : "updated";
      if (status === "updated" && !defaults.dryRun)
        await saveVersion(tx, ctx, await lockArticle(tx, ctx, found.article.id), content);
      results[at] = { ...result, status, id: found.article.id };
      continue;
    }
    if (defaults.dryRun) {
      results[at] = { ...result, status: "created" };
      continue;
    }
    const id = newId();
    const groupId = known.groupOf(externalId, id);
    created.push({ id, language, content, externalId, groupId });
    results[at] = { ...result, status: "created", id };
  }
  const written = new Set(await insertArticles(tx, ctx, created));
  return results.map((result) =>
    result.status === "created" && result.id && !written.has(result.id) ? overtaken(result) : result,
  );
}

/** Somebody wrote an article of this id while the file was read. */
function overtaken({ line, title, language }: ImportResult): ImportResult {
  const message = "An article of this id was written just now. Import the file again to update it.";
  return { line, title, language, status: "rejected", error: { code: "conflict", message } };
}

/** The article that a draft is, or why it is none. */
function checkDraft(
  draft: Draft,
  at: number,
  seen: Set<string>,
): CheckedArticle | NonNullable<ImportResult["error"]> {
  if (at >= MAX_IMPORTED_ARTICLES) {
    const message = `An import takes at most ${MAX_IMPORTED_ARTICLES} articles. Send the rest in another.`;
    return { code: "too_many", message };
  }
  const checked = createArticleInput.safeParse(draft);
  if (!checked.success) {
    const issue = checked.error.issues[0]!;
    return { code: "invalid_item", message: `${issue.path.join(".")}: ${issue.message}` };
  }
  const { language, externalId, title } = checked.data;
  const key = `${language} ${externalId ?? `title ${nearDuplicateKey(title)}`}`;
  if (seen.has(key)) {
    const message = "An article above has the same id, or the same title, in this language.";
    return { code: "duplicate_in_batch", message };
  }
  seen.add(key);
  return checked.data;
}
