import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { conversations, unansweredQuestions } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { detectLanguage, maskPersonalData, nearDuplicateKey } from "@/lib/intelligence/text";
import { toQuestionDto } from "./list-questions";
import { type RecordQuestionInput, recordQuestionInput, type UnansweredQuestionDto } from "./schemas";

/**
 * Keeps a question that search was not sure of, personal data hidden. One that differs only in case, marks or numbers
 * is counted with it; one that was dismissed stays so and is counted on.
 */
export async function recordQuestion(ctx: Context, raw: RecordQuestionInput): Promise<UnansweredQuestionDto> {
  requirePermission(ctx, "knowledge:read");
  const input = parseInput(recordQuestionInput, raw);
  const { language } = detectLanguage(input.text);
  const marks = language === "other" ? "en" : language;
  const { text } = maskPersonalData(input.text, { language: marks });
  return inTenant(ctx, async ({ tx, ctx }) => {
    if (input.conversationId) await requireConversation(tx, ctx, input.conversationId);
    const now = ctx.now();
    const asked = { text, lastAskedAt: now, conversationId: input.conversationId ?? null };
    const [row] = await tx
      .insert(unansweredQuestions)
      .values({
        merchantId: ctx.merchantId,
        id: newId(),
        ...asked,
        textKey: nearDuplicateKey(text),
        language,
        firstAskedAt: now,
      })
      .onConflictDoUpdate({
        target: [unansweredQuestions.merchantId, unansweredQuestions.textKey],
        // A linked question stands in its article's passages as it was linked.
        set: {
          ...asked,
          text: sql`CASE WHEN unanswered_questions.status = 'linked' THEN unanswered_questions.text ELSE excluded.text END`,
          timesAsked: sql`${unansweredQuestions.timesAsked} + 1`,
        },
      })
      .returning();
    return toQuestionDto(row!);
  });
}

async function requireConversation(tx: Transaction, ctx: Context, id: string): Promise<void> {
  const [row] = await tx
    .select({ id: conversations.id })
    .from(conversations)
    .where(and(eq(conversations.merchantId, ctx.merchantId), eq(conversations.id, id)));
  if (!row) throw notFound("conversation");
}
