import { and, desc, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { conversations, users } from "@/db/schema";
import { inTenant, type Tenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { AppError, notFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { parseInput } from "@/lib/core/parse";
import { currentCustomer } from "@/lib/data/records";
import { type NumberedEvent, publishTyping, readLivePosition } from "@/lib/platform/live";
import { asksForContact } from "@/lib/service/dialogue";
import { TERMS_VERSION } from "./index-terms";
import { type ConversationRow, isForDesk, lockConversation } from "./internal";
import { toVisitorAttachments } from "./message-attachments";
import { finishReply } from "./phrasing/finish-reply";
import type { Received } from "./phrasing/hold-reply";
import { selectMessages } from "./queries";
import { storeRating } from "./rate-conversation";
import { type ReceivedMessage, receiveMessage } from "./receive-message";
import {
  type MessageDto,
  rateInput,
  type SentMessageDto,
  type SentVisitorMessageDto,
  type VisitorConversationDto,
  type VisitorMessageDto,
  type VisitorMessageInput,
  type VisitorTypingInput,
  visitorMessageInput,
  visitorTypingInput,
} from "./schemas";
import { showPreview } from "./show-preview";

export interface Visitor {
  visitorId: string;
  customerId: string | null;
}

/** The visitor's current conversation, or null before the first message. */
export function getVisitorConversation(ctx: Context): Promise<VisitorConversationDto | null> {
  const visitor = requireVisitor(ctx);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const streamPosition = await readLivePosition(ctx);
    const id = await findConversationId(tx, ctx, visitor);
    if (!id) return null;
    const [row] = await tx
      .select({ conversation: conversations, assigneeName: users.name })
      .from(conversations)
      .leftJoin(users, eq(users.id, conversations.assigneeId))
      .where(and(eq(conversations.merchantId, ctx.merchantId), eq(conversations.id, id)));
    const messages = await selectMessages(tx, ctx, id);
    return {
      id,
      status: row!.conversation.status,
      owner: row!.conversation.owner,
      assigneeName: row!.assigneeName,
      rating: row!.conversation.rating,
      asksForContact: asksForContact(row!.conversation),
      streamPosition,
      messages: messages
        .filter((message) => !isForDesk(message))
        .map((message) => toVisitorMessage(ctx, message)),
    };
  });
}

/** Sends a visitor's message; the first one opens the conversation. */
export async function sendVisitorMessage(ctx: Context, raw: VisitorMessageInput): Promise<SentMessageDto> {
  const visitor = requireVisitor(ctx);
  const input = parseInput(visitorMessageInput, raw);
  const text = input.text.trim() ? input.text : null;
  const receive = ({ tx, ctx }: Tenant) => receiveFromVisitor(tx, ctx, visitor, { ...input, text });
  return finishReply(ctx, await inTenant(ctx, receive, { plans: "shared" }));
}

/** Takes what a visitor says in their conversation, which the first message opens. */
export async function receiveFromVisitor(
  tx: Transaction,
  ctx: Context,
  visitor: Visitor,
  received: ReceivedMessage,
): Promise<Received> {
  const conversation =
    (await findConversation(tx, ctx, visitor)) ?? (await openFirstConversation(tx, ctx, visitor));
  return receiveMessage(tx, ctx, conversation, received);
}

export async function rateAsVisitor(
  ctx: Context,
  raw: { score: number; comment?: string | undefined },
): Promise<void> {
  const visitor = requireVisitor(ctx);
  const rating = parseInput(rateInput, raw);
  await inTenant(ctx, async ({ tx, ctx }) => {
    const id = await findConversationId(tx, ctx, visitor);
    if (!id) throw notFound("conversation");
    await lockConversation(tx, ctx, id);
    await storeRating(tx, ctx, id, rating);
  });
}

export async function announceVisitorTyping(ctx: Context, raw: VisitorTypingInput): Promise<void> {
  const visitor = requireVisitor(ctx);
  const { isTyping, text } = parseInput(visitorTypingInput, raw);
  await inTenant(ctx, async ({ tx, ctx }) => {
    const conversationId = await findConversationId(tx, ctx, visitor);
    if (!conversationId) return;
    await publishTyping(tx, ctx, { conversationId, author: "customer", name: "", isTyping });
    if (text !== undefined) await showPreview(tx, ctx, conversationId, text);
  });
}

/** What of the shop's live events the visitor in this conversation may see, in the visitor's shape. */
export function selectForVisitor(
  ctx: Pick<Context, "merchantId" | "now">,
  event: NumberedEvent,
  conversationId: string,
): NumberedEvent | null {
  if (event.audience !== "everyone" || event.conversationId !== conversationId) return null;
  if (event.type === "typing" && event.payload.author === "customer") return null;
  if (event.type !== "message") return event;
  return { ...event, payload: { message: toVisitorMessage(ctx, event.payload.message as MessageDto) } };
}

export function findVisitorConversationId(ctx: Context): Promise<string | null> {
  const visitor = requireVisitor(ctx);
  return inTenant(ctx, ({ tx, ctx }) => findConversationId(tx, ctx, visitor));
}

export function requireVisitor(ctx: Context): Visitor {
  if (ctx.actor.type !== "customer") throw new AppError("forbidden", "This address is for the chat widget.");
  return ctx.actor;
}

export async function findConversationId(
  tx: Transaction,
  ctx: Context,
  visitor: Visitor,
): Promise<string | null> {
  const [row] = await tx
    .select({ id: conversations.id })
    .from(conversations)
    .where(isCurrent(ctx, visitor))
    .orderBy(desc(conversations.lastMessageAt))
    .limit(1);
  return row?.id ?? null;
}

/** The visitor's conversation, locked. */
async function findConversation(
  tx: Transaction,
  ctx: Context,
  visitor: Visitor,
): Promise<ConversationRow | null> {
  const [row] = await tx
    .select()
    .from(conversations)
    .where(isCurrent(ctx, visitor))
    .orderBy(desc(conversations.lastMessageAt))
    .limit(1)
    .for("update");
  return row ?? null;
}

function isCurrent(ctx: Context, visitor: Visitor): SQL | undefined {
  const { merchantId, channel } = conversations;
  return and(eq(merchantId, ctx.merchantId), eq(channel, "web"), belongsTo(ctx, visitor));
}

/** A stranger's own browser, or any browser on which the customer is vouched for; never the one as the other. */
function belongsTo(ctx: Context, { visitorId, customerId }: Visitor): SQL | undefined {
  const asStranger = and(eq(conversations.visitorId, visitorId), isNull(conversations.customerId));
  return customerId
    ? or(eq(conversations.customerId, currentCustomer(ctx.merchantId, customerId)), asStranger)
    : asStranger;
}

/** Two first messages at once must not open two conversations: there is no row yet on which they could wait. */
async function openFirstConversation(
  tx: Transaction,
  ctx: Context,
  visitor: Visitor,
): Promise<ConversationRow> {
  const name = `visitor:${ctx.merchantId}:${visitor.customerId ?? visitor.visitorId}`;
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
  return (await findConversation(tx, ctx, visitor)) ?? openConversation(tx, ctx, visitor);
}

async function openConversation(
  tx: Transaction,
  ctx: Context,
  { visitorId, customerId }: Visitor,
): Promise<ConversationRow> {
  const now = ctx.now();
  const [opened] = await tx
    .insert(conversations)
    .values({
      merchantId: ctx.merchantId,
      id: newId(),
      channel: "web",
      visitorId,
      customerId: customerId ? currentCustomer(ctx.merchantId, customerId) : null,
      termsVersion: TERMS_VERSION,
      lastMessageAt: now,
      createdAt: now,
      updatedAt: now,
    })
    .returning();
  return opened!;
}

/** Leaves out how the message was understood: that is for the desk. */
export function toVisitorAnswer(
  ctx: Pick<Context, "merchantId" | "now">,
  { message, reply, conversation }: SentMessageDto,
): SentVisitorMessageDto {
  return {
    message: toVisitorMessage(ctx, message),
    reply: reply && { id: reply.id, text: reply.text, language: reply.language },
    conversation: toVisitorState(conversation),
  };
}

function toVisitorState(conversation: SentMessageDto["conversation"]): SentVisitorMessageDto["conversation"] {
  const { id, status, owner, asksForContact } = conversation;
  return { id, status, owner, asksForContact };
}

/** How a voice sounded is for the desk; its length is for the speaker too. */
function toVisitorMessage(ctx: Pick<Context, "merchantId" | "now">, message: MessageDto): VisitorMessageDto {
  const { id, clientMessageId, author, authorName, text, hasWords, activity, createdAt } = message;
  const voiceSeconds = message.voice?.durationSeconds ?? null;
  const attachments = toVisitorAttachments(ctx, message);
  return {
    id,
    clientMessageId,
    author,
    authorName,
    text,
    hasWords,
    activity,
    createdAt,
    voiceSeconds,
    attachments,
  };
}
