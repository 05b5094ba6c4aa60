import { and, asc, eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { conversations, customers, knowledgeArticles, messages } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { AppError, notFound } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { detectLanguage, hasContent, maskPersonalData } from "@/lib/intelligence/text";
import { insertArticle } from "./create-article";
import { readArticle } from "./queries";
import {
  type ArticleDto,
  type ArticleLanguage,
  type DraftFromConversationInput,
  draftFromConversationInput,
} from "./schemas";

/** Less than that is a greeting or a thank-you, no question. */
const LEAST_WORDS = 3;

/**
 * Makes a draft of what a resolved conversation was about: the customer's question as the title, what the agents
 * answered as the text, personal data hidden. It is never published by itself. A second time gives the same draft.
 * @throws AppError `conflict` for a conversation that is not resolved, or in which no person answered a question.
 */
export async function draftArticleFromConversation(
  ctx: Context,
  raw: DraftFromConversationInput,
): Promise<ArticleDto> {
  requirePermission(ctx, "knowledge:write");
  requirePermission(ctx, "conversations:read");
  const { conversationId } = parseInput(draftFromConversationInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const { language, customerName } = await readResolved(tx, ctx, conversationId);
    const known = await findDraft(tx, ctx, conversationId);
    if (known) return readArticle(tx, ctx, known);
    const lines = await readLines(tx, ctx, conversationId);
    const { question, answers } = questionAndAnswers(lines);
    if (!question || answers.length === 0) {
      throw new AppError(
        "conflict",
        "No person answered a question in this conversation. Write the article by hand.",
      );
    }
    const hide = (text: string) => hideName(maskPersonalData(text, { language }).text, customerName);
    const content = {
      title: hide(question.replace(/\s+/g, " ").trim()).slice(0, 300),
      body: answers.map(hide).join("\n\n").slice(0, 100_000),
      tags: [],
      audience: "customers" as const,
      validFrom: null,
      validUntil: null,
    };
    const id = await insertArticle(tx, ctx, { language, content, sourceConversationId: conversationId });
    // Another request made the draft meanwhile.
    return readArticle(tx, ctx, id ?? (await findDraft(tx, ctx, conversationId))!);
  });
}

interface Line {
  author: string;
  text: string;
}

async function readResolved(
  tx: Transaction,
  ctx: Context,
  id: string,
): Promise<{ language: ArticleLanguage; customerName: string | null }> {
  const [row] = await tx
    .select({
      status: conversations.status,
      language: conversations.language,
      customerName: customers.name,
    })
    .from(conversations)
    .leftJoin(
      customers,
      and(eq(customers.merchantId, conversations.merchantId), eq(customers.id, conversations.customerId)),
    )
    .where(and(eq(conversations.merchantId, ctx.merchantId), eq(conversations.id, id)));
  if (!row) throw notFound("conversation");
  if (row.status !== "resolved")
    throw new AppError("conflict", "This conversation is not resolved yet. Resolve it first.");
  return { language: row.language ?? "en", customerName: row.customerName };
}

/** The customer's own name, whole or a part: agents greet by it. */
function hideName(text: string, name: string | null): string {
  const parts = name === null ? [] : [name, ...name.split(/\s+/)].filter((part) => part.length > 1);
  return parts.reduce((hidden, part) => hidden.replaceAll(part, "…"), text);
}

async function findDraft(tx: Transaction, ctx: Context, conversationId: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ id: knowledgeArticles.id })
    .from(knowledgeArticles)
    .where(
      and(
        eq(knowledgeArticles.merchantId, ctx.merchantId),
        eq(knowledgeArticles.sourceConversationId, conversationId),
      ),
    );
  return row?.id;
}

async function readLines(tx: Transaction, ctx: Context, conversationId: string): Promise<Line[]> {
  return tx
    .select({ author: messages.author, text: messages.text })
    .from(messages)
    .where(
      and(
        eq(messages.merchantId, ctx.merchantId),
        eq(messages.conversationId, conversationId),
        inArray(messages.author, ["customer", "agent"]),
      ),
    )
    .orderBy(asc(messages.createdAt), asc(messages.id))
    .limit(500);
}

/** The last real question before the first person's answer, and all that persons answered from there on. */
function questionAndAnswers(lines: readonly Line[]): { question: string | undefined; answers: string[] } {
  const first = lines.findIndex(({ author }) => author === "agent");
  const asked = lines.slice(0, Math.max(0, first)).filter(({ text }) => isQuestion(text));
  const answers = lines
    .filter(({ author, text }) => author === "agent" && hasContent(text))
    .map(({ text }) => text);
  return { question: asked.at(-1)?.text, answers };
}

function isQuestion(text: string): boolean {
  const isChinese = detectLanguage(text).language === "zh";
  const length = isChinese ? [...text].length / 2 : text.trim().split(/\s+/).length;
  return length >= LEAST_WORDS;
}
