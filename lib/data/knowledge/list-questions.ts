import { and, desc, eq } from "drizzle-orm";
import { olderThan } from "@/db/keyset";
import { unansweredQuestions } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { decodeInstantCursor, type Page, toPage } from "@/lib/core/pagination";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { toIso } from "./internal";
import {
  type ListQuestionsInput,
  listQuestionsInput,
  type QuestionIdInput,
  questionIdInput,
  type UnansweredQuestionDto,
} from "./schemas";

/** Questions that found no sure answer, the latest asked first; those that nobody has seen to unless told otherwise. */
export async function listQuestions(
  ctx: Context,
  raw: ListQuestionsInput = {},
): Promise<Page<UnansweredQuestionDto>> {
  requirePermission(ctx, "knowledge:read");
  const { status, language, limit, cursor } = parseInput(listQuestionsInput, raw);
  const after = decodeInstantCursor(cursor);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const rows = await tx
      .select()
      .from(unansweredQuestions)
      .where(
        and(
          eq(unansweredQuestions.merchantId, ctx.merchantId),
          eq(unansweredQuestions.status, status),
          language ? eq(unansweredQuestions.language, language) : undefined,
          olderThan(unansweredQuestions.lastAskedAt, unansweredQuestions.id, after),
        ),
      )
      .orderBy(desc(unansweredQuestions.lastAskedAt), desc(unansweredQuestions.id))
      .limit(limit + 1);
    return toPage(rows, limit, toQuestionDto, (row) => ({
      value: row.lastAskedAt.toISOString(),
      id: row.id,
    }));
  });
}

/** One of them. @throws AppError `not_found`. */
export async function getQuestion(ctx: Context, raw: QuestionIdInput): Promise<UnansweredQuestionDto> {
  requirePermission(ctx, "knowledge:read");
  const { id } = parseInput(questionIdInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const [row] = await tx
      .select()
      .from(unansweredQuestions)
      .where(and(eq(unansweredQuestions.merchantId, ctx.merchantId), eq(unansweredQuestions.id, id)));
    if (!row) throw notFound("question");
    return toQuestionDto(row);
  });
}

export function toQuestionDto(row: typeof unansweredQuestions.$inferSelect): UnansweredQuestionDto {
  return {
    id: row.id,
    text: row.text,
    language: row.language,
    timesAsked: row.timesAsked,
    firstAskedAt: row.firstAskedAt.toISOString(),
    lastAskedAt: row.lastAskedAt.toISOString(),
    conversationId: row.conversationId,
    status: row.status,
    articleId: row.articleId,
    resolvedBy: row.resolvedBy,
    resolvedAt: toIso(row.resolvedAt),
  };
}
