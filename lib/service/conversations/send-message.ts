import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { messages } from "@/db/schema";
import { inTenant, type Tenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { claimAttachments } from "@/lib/platform/attachments";
import { planDelivery, queueDeliveries, requireDeliverable } from "@/lib/platform/channels";
import { findVariables } from "@/lib/service/canned-replies/schemas";
import { enqueueVideos } from "./enqueue-videos";
import {
  actorDisplayName,
  actorUserId,
  insertMessage,
  lastMessageOf,
  lockConversation,
  requireOpenForAgents,
  toMessageDto,
  updateConversation,
} from "./internal";
import { standIn } from "./message-attachments";
import { finishReply } from "./phrasing/finish-reply";
import { receiveMessage, toState } from "./receive-message";
import { conversationIdInput, type SendMessageInput, type SentMessageDto, sendMessageInput } from "./schemas";
import { keepOriginal } from "./translation/keep-original";

/**
 * Sends a message: an agent's from the desk, or a customer's that an integration passes on (channel `api`).
 * On a platform's channel an agent's message is sent by the worker after the commit.
 * @throws AppError `conversation_owned_by_bot` when an agent writes while the bot answers, `not_possible` when the
 * platform lets nobody write to this customer now.
 */
export async function sendMessage(
  ctx: Context,
  raw: SendMessageInput & { id: string },
): Promise<SentMessageDto> {
  requirePermission(ctx, "conversations:write");
  const { id } = parseInput(conversationIdInput, raw);
  const input = parseInput(sendMessageInput, raw);
  const { original, ...message } = input;
  const send = async ({ tx, ctx }: Tenant) => {
    if (input.author === "customer") {
      const conversation = await lockConversation(tx, ctx, id);
      if (conversation.channel !== "api") {
        throw new AppError(
          "forbidden",
          "On this channel only the customer's own browser or platform can speak for the customer.",
        );
      }
      const text = message.text.trim() ? message.text : null;
      return receiveMessage(tx, ctx, conversation, { ...message, text });
    }
    const stored = await sendAgentMessage(tx, ctx, { conversationId: id, ...message });
    if (original) await keepOriginal(tx, ctx, stored.message, id, original);
    return stored;
  };
  return finishReply(ctx, await inTenant(ctx, send, { plans: "shared" }));
}

/** An agent's message as the actor of the context; whoever repeats it gets the stored one. */
export async function sendAgentMessage(
  tx: Transaction,
  ctx: Context,
  {
    attachmentIds = [],
    ...input
  }: { conversationId: string; text: string; clientMessageId: string; attachmentIds?: readonly string[] },
): Promise<SentMessageDto> {
  let conversation = await lockConversation(tx, ctx, input.conversationId);
  const [stored] = await tx
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.merchantId, ctx.merchantId),
        eq(messages.conversationId, conversation.id),
        eq(messages.clientMessageId, input.clientMessageId),
      ),
    );
  if (stored)
    return {
      message: toMessageDto(stored, actorDisplayName(ctx)),
      reply: null,
      conversation: toState(conversation),
    };
  requireOpenForAgents(conversation);
  const { channelContactId, language } = conversation;
  const files = await claimAttachments(tx, ctx, { ids: attachmentIds, conversationId: conversation.id });
  const text = input.text.trim() ? input.text : standIn(language, files);
  const content = { text, files, hasWords: text === input.text };
  const plan = channelContactId ? await planDelivery(tx, ctx, channelContactId, content) : null;
  if (plan) requireDeliverable(plan);
  requireFilled(input.text);
  const message = await insertMessage(
    tx,
    ctx,
    {
      ...input,
      text,
      attachments: files.length > 0 ? files : null,
      author: "agent",
      authorUserId: actorUserId(ctx),
      language,
      ...(plan ? { deliveryState: "pending" as const } : {}),
    },
    ctx.now(),
  );
  await enqueueVideos(tx, ctx, message.id, files);
  if (plan) await queueDeliveries(tx, ctx, plan, message);
  // Whoever answers first a conversation that nobody has, has it.
  conversation = await updateConversation(tx, ctx, conversation.id, {
    ...lastMessageOf(message),
    status: "open",
    waitingSince: null,
    snoozedUntil: null,
    resolvedAt: null,
    assigneeId: conversation.assigneeId ?? actorUserId(ctx),
  });
  return {
    message: toMessageDto(message, actorDisplayName(ctx)),
    reply: null,
    conversation: toState(conversation),
  };
}

/** A variable that nobody filled in must not reach a customer. */
export function requireFilled(text: string): void {
  const [left] = findVariables(text);
  if (!left) return;
  const message = `The text still holds {{${left}}}. Write what belongs there, or take it out.`;
  throw new AppError("invalid_input", message, { issues: [{ path: "text", message }] });
}
