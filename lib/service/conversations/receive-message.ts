import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { customers, type MessageAttachment, merchants, messages } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { readBusinessHours } from "@/lib/data/business-hours";
import { readProductNames } from "@/lib/data/catalog";
import { hasContent, toMandarin } from "@/lib/intelligence/text";
import { claimAttachments } from "@/lib/platform/attachments";
import { planDelivery, queueDeliveries } from "@/lib/platform/channels";
import { readModelTasks } from "@/lib/platform/llm";
import { readActiveReader } from "@/lib/platform/models/active-reader";
import {
  type Understanding,
  type UnderstandOptions,
  understandTexts,
} from "@/lib/platform/models/understand-text";
import {
  acknowledgePicture,
  asksForContact,
  attachmentText,
  decideReply,
  type Language,
  partsToRead,
  type Reply,
  readEscalationRules,
  replyToPictures,
  replyToUnheardVoice,
  replyToUnreadAttachment,
  takesPictures,
  toTaskSlots,
  voiceMessageText,
  whenPeopleAreBack,
} from "@/lib/service/dialogue";
import { assignAutomatically } from "./assignment/assign-automatically";
import { enqueueVideos } from "./enqueue-videos";
import { filePictures, findRequestKey, isPicture } from "./evidence";
import {
  type ConversationRow,
  insertActivity,
  insertMessage,
  lastMessageOf,
  type MessageRow,
  toMessageDto,
  updateConversation,
} from "./internal";
import { holdReply, type Received, recordHeldReply } from "./phrasing/hold-reply";
import { holdScheduled } from "./scheduled/hold-scheduled";
import type { MessageVoice, ReplyDto, SentMessageDto } from "./schemas";

export interface ReceivedMessage {
  /** Null for a voice message whose words are not known, and for files alone. */
  text: string | null;
  clientMessageId: string;
  voice?: MessageVoice;
  attachments?: MessageAttachment[];
  /** Uploads of the sender, instead of `attachments`. */
  attachmentIds?: readonly string[];
  /** The language in which a conversation goes on that has none of its own. */
  language?: Language | undefined;
}

/**
 * Takes a customer's message in a conversation that is locked (`lockConversation`): stores it once, understands it,
 * lets the bot answer or hand over, and announces everything, in one transaction. A repeated send gets the stored
 * message and its stored answer. What has no words is not guessed at: the bot hands it to a person.
 * The caller has checked that the actor may speak in this conversation.
 */
export async function receiveMessage(
  tx: Transaction,
  ctx: Context,
  before: ConversationRow,
  sent: ReceivedMessage,
): Promise<Received> {
  let conversation = before;
  // In one go: the connection keeps their order, and the answers come together.
  const [stored, shop, rules, reader, products, modelTasks] = await Promise.all([
    findStored(tx, ctx, { conversationId: conversation.id, clientMessageId: sent.clientMessageId }),
    readShop(tx, ctx, conversation),
    readEscalationRules(tx, ctx.merchantId),
    readActiveReader(tx, ctx),
    readProductNames(tx, ctx),
    readModelTasks(tx, ctx),
  ]);
  if (stored) return { ...stored, conversation: toState(conversation) };

  const uploads = { ids: sent.attachmentIds ?? [], conversationId: conversation.id };
  const received =
    uploads.ids.length > 0 ? { ...sent, attachments: await claimAttachments(tx, ctx, uploads) } : sent;
  const { orderNumberPattern } = shop;
  const language = conversation.language ?? received.language ?? shop.customerLanguage;
  // What is stored is as it was written; what is read is one language.
  const said = received.text === null ? null : toMandarin(received.text);
  const read = said === null ? null : await understandMessage(said, { orderNumberPattern, reader, products });
  const understanding = read?.understanding ?? null;
  const now = ctx.now();
  const written = {
    conversationId: conversation.id,
    author: "customer" as const,
    text: received.text ?? wordless(received, language),
    clientMessageId: received.clientMessageId,
    language: understanding?.language ?? language,
    intent: understanding?.intent.id ?? null,
    confidence: understanding?.intent.confidence ?? null,
    ...(understanding && received.text !== null ? howUnderstood(understanding, received.text) : {}),
    voice: received.voice ?? null,
    attachments: received.attachments ?? null,
  };
  const [message] = await Promise.all([
    insertMessage(tx, ctx, written, now),
    holdScheduled(tx, ctx, conversation.id, { because: "customer_wrote", at: later(now, 1) }),
  ]);
  await enqueueVideos(tx, ctx, message.id, message.attachments);
  if (conversation.status !== "open") conversation = await reopen(tx, ctx, conversation, later(now, 1));

  const { slots, customerId } = conversation;
  const answers = {
    messageId: message.id,
    text: said ?? "",
    conversation: { id: conversation.id, language, slots },
    customerId,
    shop,
    rules,
    arousal: received.voice?.arousal ?? null,
  };
  const decided =
    conversation.owner !== "bot"
      ? null
      : read
        ? await decideReply(botContext(ctx), { ...answers, ...read })
        : received.voice || !received.attachments?.length
          ? replyToUnheardVoice({ language, slots })
          : received.attachments.every(isPicture)
            ? await replyToPictures(
                botContext(ctx),
                answers,
                (await findRequestKey(tx, ctx, conversation.id)) !== null,
              )
            : replyToUnreadAttachment({ language, slots });
  const withFiles = decided && received.text !== null ? receivePictures(decided, slots, received) : decided;
  const reply = withFiles?.handoff ? await sayWhenBack(tx, ctx, withFiles, now) : withFiles;
  const remembered = await filePictures(tx, ctx, {
    conversationId: conversation.id,
    before: slots,
    after: reply?.slots ?? slots,
    pictures: (received.attachments ?? []).filter(isPicture).flatMap(({ id }) => id ?? []),
  });
  const held = modelTasks.includes("phrase")
    ? await holdReply(tx, ctx, conversation.id, reply, received.text)
    : null;
  const answering = reply && insertReply(tx, ctx, conversation, message, reply, later(now, 2), held !== null);
  const handoff = reply?.handoff;
  const updating = updateConversation(tx, ctx, conversation.id, {
    ...lastMessageOf(message),
    ...(reply ? { language: reply.language } : {}),
    slots: remembered,
    ...(understanding
      ? {
          intent: understanding.intent.id,
          intentConfidence: understanding.intent.confidence,
          sentiment: message.sentiment,
        }
      : {}),
    ...(handoff
      ? { owner: "human" as const, assigneeId: null, handoffReason: handoff, waitingSince: now }
      : {}),
  });
  const [answer, updated] = await Promise.all([answering, updating]);
  conversation = updated;
  if (held && answer) await recordHeldReply(tx, ctx, answer);
  if (handoff) {
    const activity = {
      type: "handoff" as const,
      reason: handoff,
      detail: understanding?.intent.id,
      actorName: "bot",
      promisedAt: reply.backAt,
    };
    await insertActivity(tx, ctx, conversation.id, activity, later(now, 3));
    conversation = await assignAutomatically(tx, ctx, conversation, later(now, 4));
  }
  return {
    message: toMessageDto(message, null),
    reply: answer ? toReplyDto(answer) : null,
    conversation: toState(conversation),
    ...(held ? { held } : {}),
  };
}

/** The whole message and the parts of it that may mean something of their own, all in one batch. */
async function understandMessage(text: string, options: UnderstandOptions) {
  const { clauses, afterNo } = partsToRead(text);
  const [understanding, ...parts] = await understandTexts([text, ...clauses, ...afterNo], options);
  return {
    understanding: understanding!,
    clauses: clauses.map((clause, i) => ({ ...parts[i]!, text: clause })),
    afterNo: parts[clauses.length] ?? null,
  };
}

/** What is kept beside intent and confidence, for review and for the figures of quality. */
function howUnderstood(understanding: Understanding, text: string) {
  const { confidence, alternatives } = understanding.intent;
  return {
    alternatives,
    margin: confidence - (alternatives[0]?.confidence ?? 0),
    sentiment: hasContent(text) ? understanding.sentiment.score : null,
    model: understanding.model,
    headVersion: understanding.headVersion,
  };
}

/** A picture beside words about a return is received before the words are answered. */
function receivePictures(reply: Reply, before: ConversationRow["slots"], received: ReceivedMessage): Reply {
  const isOfUse = takesPictures(reply.slots) || takesPictures(before);
  if (!isOfUse || !received.attachments?.some(isPicture)) return reply;
  return { ...reply, text: `${acknowledgePicture(reply.language)}\n${reply.text}` };
}

/** Whoever is handed over while nobody is there learns when somebody will be. */
async function sayWhenBack(tx: Transaction, ctx: Context, reply: Reply, now: Date): Promise<Reply> {
  const hours = await readBusinessHours(tx, ctx.merchantId);
  const back = whenPeopleAreBack(reply.language, hours, now);
  return back ? { ...reply, text: `${reply.text}\n${back.text}`, backAt: back.at?.toISOString() } : reply;
}

/** The bot reads facts for the system: which customer's facts it may read is decided by what it passes. */
function botContext(ctx: Context): Context {
  return { ...ctx, actor: { type: "system", name: "bot" } };
}

/** The message that was stored under this id of the sender's before, with its answer. */
export async function findStored(
  tx: Transaction,
  ctx: Context,
  received: { conversationId: string; clientMessageId: string },
) {
  const [message] = await tx
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.merchantId, ctx.merchantId),
        eq(messages.conversationId, received.conversationId),
        eq(messages.clientMessageId, received.clientMessageId),
      ),
    );
  if (!message) return null;
  const [answer] = await tx
    .select()
    .from(messages)
    .where(and(eq(messages.merchantId, ctx.merchantId), eq(messages.inReplyToId, message.id)));
  return { message: toMessageDto(message, null), reply: answer ? toReplyDto(answer) : null };
}

async function readShop(tx: Transaction, ctx: Context, conversation: ConversationRow) {
  const [[shop], [customer]] = await Promise.all([
    tx
      .select({
        timeZone: merchants.timeZone,
        defaultLocale: merchants.defaultLocale,
        orderNumberPattern: merchants.orderNumberPattern,
      })
      .from(merchants)
      .where(eq(merchants.id, ctx.merchantId)),
    conversation.customerId
      ? tx
          .select({ locale: customers.locale })
          .from(customers)
          .where(and(eq(customers.merchantId, ctx.merchantId), eq(customers.id, conversation.customerId)))
      : [],
  ]);
  return {
    timeZone: shop?.timeZone ?? "UTC",
    orderNumberPattern: shop?.orderNumberPattern ?? null,
    customerLanguage: toLanguage(customer?.locale ?? shop?.defaultLocale),
  };
}

function toLanguage(locale: string | undefined): Language {
  const language = locale?.slice(0, 2);
  return language === "zh" || language === "es" ? language : "en";
}

/** A customer who writes again after the end starts with the bot; one who was put off keeps their agent. */
async function reopen(
  tx: Transaction,
  ctx: Context,
  conversation: ConversationRow,
  at: Date,
): Promise<ConversationRow> {
  const wasResolved = conversation.status === "resolved";
  const waitsForPerson = conversation.owner === "human" && conversation.assigneeId === null;
  await insertActivity(tx, ctx, conversation.id, { type: "reopened" }, at);
  return updateConversation(tx, ctx, conversation.id, {
    status: "open",
    snoozedUntil: null,
    resolvedAt: null,
    ...(wasResolved
      ? { owner: "bot" as const, assigneeId: null, waitingSince: null, handoffReason: null, slots: {} }
      : { waitingSince: waitsForPerson ? at : null }),
  });
}

/** On a platform's channel the answer is on its way with the same commit. */
async function insertReply(
  tx: Transaction,
  ctx: Context,
  conversation: ConversationRow,
  message: MessageRow,
  reply: Reply,
  at: Date,
  isHeldBack: boolean,
): Promise<MessageRow> {
  const { channelContactId } = conversation;
  const plan = channelContactId ? await planDelivery(tx, ctx, channelContactId, { text: reply.text }) : null;
  const answer = await insertMessage(
    tx,
    ctx,
    {
      conversationId: message.conversationId,
      author: "bot",
      text: reply.text,
      language: reply.language,
      intent: reply.intent || null,
      confidence: message.confidence,
      sources: reply.sources,
      inReplyToId: message.id,
      isHeldBack,
      ...(plan ? { deliveryState: plan.refusal ? ("failed" as const) : ("pending" as const) } : {}),
    },
    at,
  );
  if (plan) await queueDeliveries(tx, ctx, plan, answer);
  return answer;
}

/** What stands for a message without words. */
function wordless({ voice, attachments }: ReceivedMessage, language: Language): string {
  return voice || !attachments?.length
    ? voiceMessageText(language, voice?.durationSeconds ?? 0)
    : attachmentText(language, attachments);
}

function toReplyDto(row: MessageRow): ReplyDto {
  return {
    id: row.id,
    text: row.text,
    intent: row.intent ?? "",
    confidence: row.confidence ?? 0,
    language: row.language ?? "en",
    sources: row.sources ?? [],
  };
}

export function toState(row: ConversationRow): SentMessageDto["conversation"] {
  const { id, status, owner, intent, slots } = row;
  return { id, status, owner, intent, slots: toTaskSlots(slots), asksForContact: asksForContact(row) };
}

function later(instant: Date, ms: number): Date {
  return new Date(instant.getTime() + ms);
}
