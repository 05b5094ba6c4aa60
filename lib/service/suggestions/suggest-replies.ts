import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { suggestionChoices } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { parseInput } from "@/lib/core/parse";
import { can, requirePermission } from "@/lib/core/permissions";
import { readProductNames } from "@/lib/data/catalog";
import { searchKnowledge } from "@/lib/data/knowledge";
import { LEAST_CONFIDENCE } from "@/lib/intelligence/retrieval";
import { readActiveReader } from "@/lib/platform/models/active-reader";
import { understandTexts } from "@/lib/platform/models/understand-text";
import { suggestCannedReplies } from "@/lib/service/canned-replies";
import {
  draftAnswers,
  knowledgeText,
  readEscalationRules,
  replyLanguage,
  type Turn,
  taskIdFor,
} from "@/lib/service/dialogue";
import { type ReplyRequest, readRequest } from "./read-request";
import {
  type ReplySuggestionDto,
  type ReplySuggestionsDto,
  type SuggestionKind,
  type SuggestRepliesInput,
  suggestRepliesInput,
} from "./schemas";

const MOST = { task: 2, article: 2, canned: 2, all: 4 };
const LONGEST_QUESTION = 2_000;

type Draft = Omit<ReplySuggestionDto, "key">;

/**
 * Drafts for the person who has a conversation, in the customer's language: what the bot would say now, articles above
 * the search's own bound of confidence, canned replies that fit. Each is made of facts and names them; nothing is sent,
 * and nothing about an order changes. None while the bot has it, or the last word is not the customer's.
 */
export async function suggestReplies(ctx: Context, raw: SuggestRepliesInput): Promise<ReplySuggestionsDto> {
  requirePermission(ctx, "conversations:write");
  const { conversationId } = parseInput(suggestRepliesInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const request = await readRequest(tx, ctx, conversationId);
    const { message } = request;
    if (request.owner === "bot" || !message) return { messageId: null, language: null, data: [] };
    const turn = await readTurn(tx, ctx, conversationId, request, message);
    const { language } = turn.conversation;
    const drafts = [
      ...(await fromTasks(ctx, turn, message)),
      ...(await fromArticles(ctx, language, message)),
      ...(await fromCannedReplies(tx, ctx, conversationId, language, message)),
    ];
    const rejected = await readRejected(tx, ctx, conversationId);
    const data = drafts
      .map((draft) => ({ key: keyOf(draft), ...draft }))
      .filter(
        ({ key, text }, at) => !rejected.has(key) && drafts.findIndex((one) => one.text === text) === at,
      )
      .slice(0, MOST.all);
    return { messageId: message.id, language, data };
  });
}

type Message = NonNullable<ReplyRequest["message"]>;

/** The message as the bot would hear it, to be answered in its own language where it has one. */
async function readTurn(
  tx: Transaction,
  ctx: Context,
  conversationId: string,
  { language, slots, customerId, shop }: ReplyRequest,
  { id: messageId, text }: Message,
): Promise<Turn> {
  const [rules, reader, products] = await Promise.all([
    readEscalationRules(tx, ctx.merchantId),
    readActiveReader(tx, ctx),
    readProductNames(tx, ctx),
  ]);
  const { orderNumberPattern } = shop;
  const [heard] = await understandTexts([text], { orderNumberPattern, reader, products });
  const understanding = heard!;
  const conversation = { id: conversationId, language, slots };
  const spoken = replyLanguage({ text, understanding, conversation });
  return {
    ...{ messageId, text, understanding, clauses: [], customerId, shop, rules, arousal: null },
    conversation: { ...conversation, language: spoken },
  };
}

async function fromTasks(ctx: Context, turn: Turn, { intent, confidence }: Message): Promise<Draft[]> {
  // An answer about an order is for those alone who may see orders.
  if (!can(ctx.actor, "orders:read") || !can(ctx.actor, "products:read")) return [];
  const drafts = await draftAnswers(ctx, turn, MOST.task);
  return drafts.map(({ task, text, sources }) => ({
    ...{ kind: "task", about: task, text, sources, missing: [] },
    // What is open from before is no reading of this message.
    ...(intent && taskIdFor(intent) === task ? { intent, confidence } : { intent: null, confidence: null }),
  }));
}

/** An article in another language is no draft that could be sent. */
async function fromArticles(
  ctx: Context,
  language: ReplyRequest["language"],
  { text: q, intent }: Message,
): Promise<Draft[]> {
  if (!can(ctx.actor, "knowledge:read")) return [];
  const asked = { q: q.slice(0, LONGEST_QUESTION), locale: language, audience: "customers" as const };
  const { data } = await searchKnowledge(ctx, { ...asked, limit: MOST.article + 2 });
  return data
    .filter((hit) => hit.language === language && hit.confidence >= LEAST_CONFIDENCE)
    .slice(0, MOST.article)
    .map(({ articleId, title, passage, confidence }) => ({
      ...{ kind: "article", about: title, intent, confidence, missing: [] },
      text: knowledgeText(language, { passage, title }),
      sources: [{ type: "article", id: articleId, label: title }],
    }));
}

async function fromCannedReplies(
  tx: Transaction,
  ctx: Context,
  conversationId: string,
  language: ReplyRequest["language"],
  { text, intent }: Message,
): Promise<Draft[]> {
  const found = await suggestCannedReplies(tx, ctx, { conversationId, text, language, limit: MOST.canned });
  return found.map(({ name, text, missing, confidence }) => ({
    ...{ kind: "canned", about: name, text, intent, confidence, missing, sources: [] },
  }));
}

async function readRejected(tx: Transaction, ctx: Context, conversationId: string): Promise<Set<string>> {
  const rows = await tx
    .select({ key: suggestionChoices.key })
    .from(suggestionChoices)
    .where(
      and(
        eq(suggestionChoices.merchantId, ctx.merchantId),
        eq(suggestionChoices.conversationId, conversationId),
        eq(suggestionChoices.choice, "rejected"),
      ),
    );
  return new Set(rows.map(({ key }) => key));
}

function keyOf({ kind, about, text }: { kind: SuggestionKind; about: string; text: string }): string {
  const hash = createHash("sha256")
    .update(JSON.stringify([about, text]))
    .digest("hex");
  return `${kind}-${hash.slice(0, 16)}`;
}
