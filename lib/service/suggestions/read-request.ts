import { and, desc, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { conversations, merchants, messages } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import type { Language } from "@/lib/service/dialogue";

/** What a person has to answer: the customer's message and where the conversation stands. */
export interface ReplyRequest {
  owner: "bot" | "human";
  customerId: string | null;
  slots: Record<string, unknown>;
  /** Of the conversation so far, else the shop's. */
  language: Language;
  shop: { timeZone: string; orderNumberPattern: string | null };
  /** Null where the last word is not the customer's. */
  message: { id: string; text: string; confidence: number | null; intent: string | null } | null;
}

/** So many messages in a row are looked through for what the customer wants. */
const LOOKED_AT = 20;
/** "Human!" and "hello?" are no question that a draft could answer; what was asked before is. */
const NO_QUESTION = new Set(["human_agent", "greeting", "thanks", "goodbye", "affirm", "deny"]);

export async function readRequest(tx: Transaction, ctx: Context, id: string): Promise<ReplyRequest> {
  const [row] = await tx
    .select({ conversation: conversations, shop: merchants })
    .from(conversations)
    .innerJoin(merchants, eq(merchants.id, conversations.merchantId))
    .where(and(eq(conversations.merchantId, ctx.merchantId), eq(conversations.id, id)));
  if (!row) throw notFound("conversation");
  const { conversation, shop } = row;
  return {
    owner: conversation.owner,
    customerId: conversation.customerId,
    slots: conversation.slots,
    language: conversation.language ?? languageOf(shop.defaultLocale),
    shop: { timeZone: shop.timeZone, orderNumberPattern: shop.orderNumberPattern },
    message: await findUnanswered(tx, ctx, id),
  };
}

/** The latest question since a person said something. */
async function findUnanswered(tx: Transaction, ctx: Context, id: string): Promise<ReplyRequest["message"]> {
  const rows = await tx
    .select({
      id: messages.id,
      author: messages.author,
      text: messages.text,
      intent: messages.intent,
      confidence: messages.confidence,
    })
    .from(messages)
    .where(
      and(
        eq(messages.merchantId, ctx.merchantId),
        eq(messages.conversationId, id),
        sql`(${messages.author} IN ('customer', 'agent') OR ${messages.activity}->>'type' = 'resolved')`,
      ),
    )
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(LOOKED_AT);
  const answered = rows.findIndex(({ author }) => author !== "customer");
  const open = answered < 0 ? rows : rows.slice(0, answered);
  const found = open.find(({ intent }) => !NO_QUESTION.has(intent ?? "")) ?? open[0];
  if (!found) return null;
  const { author: _, ...message } = found;
  return message;
}

function languageOf(locale: string): Language {
  const language = locale.slice(0, 2);
  return language === "zh" || language === "es" ? language : "en";
}
