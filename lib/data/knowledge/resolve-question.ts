import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { knowledgePassages, unansweredQuestions } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit";
import { actorName, announceChange, lockArticle } from "./internal";
import { toQuestionDto } from "./list-questions";
import { addPassages, encodePieces, linkedQuestions, type Piece } from "./passages";
import {
  type LinkQuestionInput,
  linkQuestionInput,
  type QuestionIdInput,
  questionIdInput,
  type UnansweredQuestionDto,
} from "./schemas";

type QuestionRow = typeof unansweredQuestions.$inferSelect;

/** Puts a question aside that needs no article. Twice changes nothing. */
export async function dismissQuestion(ctx: Context, raw: QuestionIdInput): Promise<UnansweredQuestionDto> {
  requirePermission(ctx, "knowledge:write");
  const { id } = parseInput(questionIdInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const question = await lockQuestion(tx, ctx, id);
    if (question.status === "dismissed") return toQuestionDto(question);
    await forgetPassages(tx, ctx, question);
    return resolve(tx, ctx, question, { status: "dismissed", articleId: null });
  });
}

/** Takes a dismissal or a link back: the question waits again. Twice changes nothing. */
export async function reopenQuestion(ctx: Context, raw: QuestionIdInput): Promise<UnansweredQuestionDto> {
  requirePermission(ctx, "knowledge:write");
  const { id } = parseInput(questionIdInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const question = await lockQuestion(tx, ctx, id);
    if (question.status === "open") return toQuestionDto(question);
    await forgetPassages(tx, ctx, question);
    return resolve(tx, ctx, question, { status: "open", articleId: null });
  });
}

/**
 * Says which article answers a question. From then on the question, and others like it, find that article; where it is
 * not published yet, from its publication on.
 */
export async function linkQuestion(ctx: Context, raw: LinkQuestionInput): Promise<UnansweredQuestionDto> {
  requirePermission(ctx, "knowledge:write");
  const { id, articleId } = parseInput(linkQuestionInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const article = await lockArticle(tx, ctx, articleId);
    const question = await lockQuestion(tx, ctx, id);
    if (question.articleId === articleId) return toQuestionDto(question);
    await forgetPassages(tx, ctx, question);
    const dto = await resolve(tx, ctx, question, { status: "linked", articleId });
    if (article.status === "published") {
      const known = await linkedQuestions(tx, ctx, [articleId]);
      const piece: Piece = { kind: "question", heading: "", text: question.text };
      // Behind all pieces of the text, which are fewer than its characters.
      await addPassages(tx, ctx, { article, pieces: await encodePieces([piece]) }, 100_000 + known.length);
      await announceChange(tx, ctx);
    }
    return dto;
  });
}

async function lockQuestion(tx: Transaction, ctx: Context, id: string): Promise<QuestionRow> {
  const [row] = await tx.select().from(unansweredQuestions).where(ofQuestion(ctx, id)).for("update");
  if (!row) throw notFound("question");
  return row;
}

/** Takes a question back from the article that it was linked to before. */
async function forgetPassages(tx: Transaction, ctx: Context, question: QuestionRow): Promise<void> {
  if (!question.articleId) return;
  await tx
    .delete(knowledgePassages)
    .where(
      and(
        eq(knowledgePassages.merchantId, ctx.merchantId),
        eq(knowledgePassages.articleId, question.articleId),
        eq(knowledgePassages.kind, "question"),
        sql`${knowledgePassages.text} = ${question.text}`,
      ),
    );
  await announceChange(tx, ctx);
}

async function resolve(
  tx: Transaction,
  ctx: Context,
  question: QuestionRow,
  outcome: { status: QuestionRow["status"]; articleId: string | null },
): Promise<UnansweredQuestionDto> {
  const [row] = await tx
    .update(unansweredQuestions)
    .set({
      ...outcome,
      resolvedBy: outcome.status === "open" ? null : actorName(ctx),
      resolvedAt: outcome.status === "open" ? null : ctx.now(),
    })
    .where(ofQuestion(ctx, question.id))
    .returning();
  await recordAudit(tx, ctx, {
    action: `unanswered_question.${outcome.status === "open" ? "reopened" : outcome.status}`,
    subject: { type: "unanswered_question", id: question.id },
    details: outcome.articleId ? { articleId: outcome.articleId } : {},
  });
  return toQuestionDto(row!);
}

function ofQuestion(ctx: Context, id: string) {
  return and(eq(unansweredQuestions.merchantId, ctx.merchantId), eq(unansweredQuestions.id, id));
}
