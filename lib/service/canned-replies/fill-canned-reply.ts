import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { cannedReplies, conversations, customers, merchants } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { can, requirePermission } from "@/lib/core/permissions";
import { findOrderForCustomer, listRecentOrders } from "@/lib/data/orders";
import { lockReply } from "./internal";
import {
  type FillCannedReplyInput,
  type FilledReplyDto,
  fillCannedReplyInput,
  REPLY_LANGUAGES,
  type ReplyLanguage,
  type Variable,
} from "./schemas";
import { fillVariables } from "./variables";

/**
 * A reply as it would be sent in a conversation: in its language where the reply has it, else in the shop's, with
 * the variables filled from what the caller may read. Counts as a use; too frequent for the audit log.
 */
export async function fillCannedReply(ctx: Context, raw: FillCannedReplyInput): Promise<FilledReplyDto> {
  requirePermission(ctx, "conversations:write");
  const { id, conversationId } = parseInput(fillCannedReplyInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const reply = await lockReply(tx, ctx, id);
    const subject = await readSubject(tx, ctx, conversationId);
    const language = chooseLanguage(reply.texts, [subject.language, subject.shopLanguage]);
    await tx
      .update(cannedReplies)
      .set({ timesUsed: sql`${cannedReplies.timesUsed} + 1`, lastUsedAt: ctx.now() })
      .where(and(eq(cannedReplies.merchantId, ctx.merchantId), eq(cannedReplies.id, id)));
    return { ...fillVariables(reply.texts[language] ?? "", await readValues(ctx, subject)), language };
  });
}

export interface Subject {
  customerId: string | null;
  customerName: string | null;
  language: ReplyLanguage | null;
  shopName: string;
  shopLanguage: string;
  /** The order that was talked of last, as the customer named it. */
  orderNumber: string | null;
}

export async function readSubject(tx: Transaction, ctx: Context, conversationId: string): Promise<Subject> {
  const [row] = await tx
    .select({
      customerId: conversations.customerId,
      customerName: customers.name,
      language: conversations.language,
      shopName: merchants.name,
      shopLanguage: merchants.defaultLocale,
      slots: conversations.slots,
    })
    .from(conversations)
    .innerJoin(merchants, eq(merchants.id, conversations.merchantId))
    .leftJoin(
      customers,
      and(eq(customers.merchantId, conversations.merchantId), eq(customers.id, conversations.customerId)),
    )
    .where(and(eq(conversations.merchantId, ctx.merchantId), eq(conversations.id, conversationId)));
  if (!row) throw notFound("conversation");
  const { slots, ...subject } = row;
  const { orderNumber } = slots;
  return { ...subject, orderNumber: typeof orderNumber === "string" ? orderNumber : null };
}

/** The first of the wished languages that the reply has, else any. */
export function chooseLanguage(
  texts: Partial<Record<ReplyLanguage, string>>,
  wished: readonly (string | null)[],
): ReplyLanguage {
  const has = (language: ReplyLanguage) => texts[language] !== undefined;
  const wishes = wished.map((tag) => REPLY_LANGUAGES.find((language) => tag?.startsWith(language)));
  return wishes.find((language) => language && has(language)) ?? REPLY_LANGUAGES.find(has) ?? "en";
}

/** An order's number comes from the talk, else from the customer's latest order; tracking only from their own. */
export async function readValues(
  ctx: Context,
  subject: Subject,
): Promise<Partial<Record<Variable, string | null>>> {
  const { customerId, orderNumber } = subject;
  const mayRead = can(ctx.actor, "orders:read") && customerId !== null;
  const named =
    mayRead && orderNumber ? await findOrderForCustomer(ctx, { customerId, number: orderNumber }) : null;
  const order =
    named ?? (mayRead && !orderNumber ? (await listRecentOrders(ctx, { customerId, limit: 1 }))[0] : null);
  return {
    "customer.name": can(ctx.actor, "customers:read") ? subject.customerName : null,
    "order.number": order?.number ?? orderNumber,
    "order.trackingNumber": order?.trackingNumber ?? null,
    "agent.name": ctx.actor.type === "user" ? ctx.actor.name : null,
    "shop.name": subject.shopName,
  };
}
