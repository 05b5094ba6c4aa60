import { and, asc, eq, inArray, or } from "drizzle-orm";
import {
  channelAccounts,
  channelContacts,
  complaints,
  conversationLabels,
  conversations,
  customers,
  events,
  labels,
  messages,
  orderRequests,
  restockNotices,
} from "@/db/schema";
import { inTenant, type Tenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit/record-audit";
import { readCustomerOrders, readCustomerReturns } from "../orders";
import { findCustomer, toCustomerDto } from "./internal";
import { type CustomerExportDto, idInput } from "./schemas";

/** All that is held about one person, merged records included: what they may ask for by law. */
export async function exportCustomer(ctx: Context, raw: { id: string }): Promise<CustomerExportDto> {
  for (const permission of ["customers:read", "orders:read", "conversations:read"] as const)
    requirePermission(ctx, permission);
  const { id } = parseInput(idInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const customer = await findCustomer(tx, ctx.merchantId, id);
    if (!customer) throw notFound("customer");
    const merged = await tx
      .select()
      .from(customers)
      .where(and(eq(customers.merchantId, ctx.merchantId), eq(customers.mergedIntoId, customer.id)));
    await recordAudit(tx, ctx, {
      action: "customer.exported",
      subject: { type: "customer", id: customer.id },
    });
    return {
      exportedAt: ctx.now().toISOString(),
      customer: toCustomerDto(customer),
      mergedCustomers: merged.map(toCustomerDto),
      orders: await readCustomerOrders(tx, ctx.merchantId, customer.id),
      returns: await readCustomerReturns(tx, ctx.merchantId, customer.id),
      conversations: await readConversations({ tx, ctx }, customer.id),
      channelContacts: await readContacts({ tx, ctx }, customer.id),
      events: await readEvents({ tx, ctx }, customer.id),
      ...(await readAfterSales({ tx, ctx }, customer.id)),
    };
  });
}

async function readConversations({ tx, ctx }: Tenant, customerId: string) {
  const mine = and(eq(conversations.merchantId, ctx.merchantId), eq(conversations.customerId, customerId));
  const rows = await tx.select().from(conversations).where(mine).orderBy(asc(conversations.createdAt));
  const spoken = await tx
    .select({
      id: messages.id,
      conversationId: messages.conversationId,
      author: messages.author,
      text: messages.text,
      language: messages.language,
      intent: messages.intent,
      confidence: messages.confidence,
      sentiment: messages.sentiment,
      voice: messages.voice,
      attachments: messages.attachments,
      createdAt: messages.createdAt,
    })
    .from(messages)
    .innerJoin(
      conversations,
      and(eq(conversations.merchantId, messages.merchantId), eq(conversations.id, messages.conversationId)),
    )
    .where(mine)
    .orderBy(asc(messages.createdAt), asc(messages.id));
  const labelled = await tx
    .select({ conversationId: conversationLabels.conversationId, name: labels.name })
    .from(conversationLabels)
    .innerJoin(
      labels,
      and(eq(labels.merchantId, conversationLabels.merchantId), eq(labels.id, conversationLabels.labelId)),
    )
    .innerJoin(
      conversations,
      and(
        eq(conversations.merchantId, conversationLabels.merchantId),
        eq(conversations.id, conversationLabels.conversationId),
      ),
    )
    .where(mine)
    .orderBy(asc(labels.nameKey));
  return rows.map(({ merchantId: _, lastMessagePreview: __, termsVersion: ___, ...conversation }) => ({
    ...conversation,
    labels: labelled.filter((label) => label.conversationId === conversation.id).map(({ name }) => name),
    messages: spoken
      .filter((message) => message.conversationId === conversation.id)
      .map(({ conversationId: _, ...message }) => message),
  }));
}

/** What platforms know them by. */
async function readContacts({ tx, ctx }: Tenant, customerId: string) {
  const theirs = tx
    .select({ id: conversations.channelContactId })
    .from(conversations)
    .where(and(eq(conversations.merchantId, ctx.merchantId), eq(conversations.customerId, customerId)));
  const rows = await tx
    .select({ contact: channelContacts, kind: channelAccounts.kind })
    .from(channelContacts)
    .innerJoin(
      channelAccounts,
      and(
        eq(channelAccounts.merchantId, channelContacts.merchantId),
        eq(channelAccounts.id, channelContacts.accountId),
      ),
    )
    .where(
      and(
        eq(channelContacts.merchantId, ctx.merchantId),
        or(eq(channelContacts.customerId, customerId), inArray(channelContacts.id, theirs)),
      ),
    )
    .orderBy(asc(channelContacts.createdAt), asc(channelContacts.id));
  return rows.map(({ contact: { merchantId: _, ...contact }, kind }) => ({ kind, ...contact }));
}

/** What they asked for about their orders, their complaints, and what they wait for. */
async function readAfterSales({ tx, ctx }: Tenant, customerId: string) {
  const requests = await tx
    .select()
    .from(orderRequests)
    .where(and(eq(orderRequests.merchantId, ctx.merchantId), eq(orderRequests.customerId, customerId)))
    .orderBy(asc(orderRequests.createdAt), asc(orderRequests.id));
  const written = await tx
    .select()
    .from(complaints)
    .where(and(eq(complaints.merchantId, ctx.merchantId), eq(complaints.customerId, customerId)))
    .orderBy(asc(complaints.createdAt), asc(complaints.id));
  const notices = await tx
    .select()
    .from(restockNotices)
    .where(and(eq(restockNotices.merchantId, ctx.merchantId), eq(restockNotices.customerId, customerId)))
    .orderBy(asc(restockNotices.createdAt), asc(restockNotices.id));
  return {
    orderRequests: requests.map(({ merchantId: _, inputSha256: __, result: ___, ...request }) => request),
    complaints: written.map(({ merchantId: _, inputSha256: __, ...complaint }) => complaint),
    restockNotices: notices.map(({ merchantId: _, subscriberKey: __, ...notice }) => notice),
  };
}

async function readEvents({ tx, ctx }: Tenant, customerId: string) {
  const rows = await tx
    .select()
    .from(events)
    .where(and(eq(events.merchantId, ctx.merchantId), eq(events.customerId, customerId)))
    .orderBy(asc(events.occurredAt), asc(events.id));
  return rows.map(({ merchantId: _, ...event }) => event);
}
