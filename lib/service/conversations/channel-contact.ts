import { and, desc, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { channelContacts, conversations } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { currentCustomer } from "@/lib/data/records";
import type { StoredEvent } from "@/lib/platform/channels";
import { lockConversation } from "./internal";
import type { Channel } from "./schemas";

export type ChannelMessage = Extract<StoredEvent, { is: "message" }>;

const NAME_LENGTH = 200;

/** Where a message was written. */
export interface ChannelOrigin {
  accountId: string;
  kind: Channel;
}

/**
 * The conversation of whoever wrote, locked; the first message opens it. Each person has one in an account, which
 * goes on for good: it is closed and opened again. Two first messages at once wait for each other.
 */
export async function openContactConversation(
  tx: Transaction,
  ctx: Context,
  origin: ChannelOrigin,
  message: ChannelMessage,
): Promise<string> {
  const turn = `channel-contact:${origin.accountId}:${message.from.id}`;
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${turn}, 0))`);
  const contact = await findOrCreateContact(tx, ctx, origin.accountId, message);
  const [known] = await tx
    .select({ id: conversations.id })
    .from(conversations)
    .where(and(eq(conversations.merchantId, ctx.merchantId), eq(conversations.channelContactId, contact.id)))
    .orderBy(desc(conversations.lastMessageAt))
    .limit(1);
  const id = known?.id ?? (await openConversation(tx, ctx, origin, contact));
  // Agents lock a conversation before its contact: so does this.
  await lockConversation(tx, ctx, id);
  await noteMessage(tx, ctx, contact.id, message);
  return id;
}

type ContactRow = typeof channelContacts.$inferSelect;

async function findOrCreateContact(
  tx: Transaction,
  ctx: Context,
  accountId: string,
  { from }: ChannelMessage,
): Promise<ContactRow> {
  const isThem = and(
    eq(channelContacts.merchantId, ctx.merchantId),
    eq(channelContacts.accountId, accountId),
    eq(channelContacts.providerId, from.id),
  );
  const [known] = await tx.select().from(channelContacts).where(isThem);
  if (known) return known;
  const now = ctx.now();
  const [created] = await tx
    .insert(channelContacts)
    .values({
      merchantId: ctx.merchantId,
      id: newId(),
      accountId,
      providerId: from.id,
      createdAt: now,
      updatedAt: now,
    })
    .returning();
  return created!;
}

/** A message opens the time in which the desk may answer, and the count of its answers. */
async function noteMessage(
  tx: Transaction,
  ctx: Context,
  contactId: string,
  { from, at, providerId, subject }: ChannelMessage,
): Promise<void> {
  const now = ctx.now();
  // A platform's clock may be ahead of ours.
  const writtenAt = at > now ? now : at;
  await tx
    .update(channelContacts)
    .set({
      ...(from.name ? { name: from.name.slice(0, NAME_LENGTH).toWellFormed() } : {}),
      ...(from.email ? { email: from.email.slice(0, 320) } : {}),
      ...(from.phone ? { phone: from.phone.slice(0, 40) } : {}),
      ...(subject ? { subject: subject.slice(0, 500).toWellFormed() } : {}),
      lastInboundAt: sql`greatest(${channelContacts.lastInboundAt}, ${writtenAt.toISOString()}::timestamptz)`,
      lastInboundProviderId: providerId,
      repliesSinceInbound: 0,
      updatedAt: now,
    })
    .where(and(eq(channelContacts.merchantId, ctx.merchantId), eq(channelContacts.id, contactId)));
}

async function openConversation(
  tx: Transaction,
  ctx: Context,
  { kind }: ChannelOrigin,
  contact: ContactRow,
): Promise<string> {
  const id = newId();
  const now = ctx.now();
  await tx.insert(conversations).values({
    merchantId: ctx.merchantId,
    id,
    channel: kind,
    channelContactId: contact.id,
    customerId: contact.customerId ? currentCustomer(ctx.merchantId, contact.customerId) : null,
    lastMessageAt: now,
    createdAt: now,
    updatedAt: now,
  });
  return id;
}
