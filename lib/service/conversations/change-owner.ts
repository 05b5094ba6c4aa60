import type { Transaction } from "@/db/client";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit";
import {
  actorUserId,
  type ConversationRow,
  insertActivity,
  lockConversation,
  updateConversation,
} from "./internal";
import { getConversation } from "./queries";
import { type ConversationDto, conversationIdInput } from "./schemas";

/**
 * An agent takes the conversation: from this commit on the bot is silent. Of two who try at once, one wins.
 * @throws AppError `conflict` naming the agent who already has it.
 */
export async function takeOverConversation(ctx: Context, raw: { id: string }): Promise<ConversationDto> {
  requirePermission(ctx, "conversations:write");
  const { id } = parseInput(conversationIdInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    if (await takeOver(tx, ctx, await lockConversation(tx, ctx, id)))
      await recordAudit(tx, ctx, {
        action: "conversation.taken_over",
        subject: { type: "conversation", id },
      });
    return getConversation(ctx, { id });
  });
}

/** For a locked conversation. @returns false where the actor has it already. @throws AppError `conflict`. */
export async function takeOver(
  tx: Transaction,
  ctx: Context,
  conversation: ConversationRow,
): Promise<boolean> {
  const userId = actorUserId(ctx);
  const isMine = conversation.owner === "human" && conversation.assigneeId === userId;
  if (isMine && conversation.status === "open" && userId) return false;
  if (conversation.assigneeId && conversation.assigneeId !== userId && conversation.owner === "human") {
    throw new AppError(
      "conflict",
      "A colleague has just taken this conversation. Assign it to yourself to take it from them.",
      { details: { reason: "taken_by_colleague" } },
    );
  }
  const waited = conversation.waitingSince ? ctx.now().getTime() - conversation.waitingSince.getTime() : 0;
  const detail = waited > 0 ? String(Math.round(waited / 1000)) : undefined;
  await insertActivity(tx, ctx, conversation.id, { type: "takeover", detail }, ctx.now());
  await updateConversation(tx, ctx, conversation.id, {
    owner: "human",
    status: "open",
    assigneeId: userId,
    waitingSince: null,
    snoozedUntil: null,
    resolvedAt: null,
  });
  return true;
}

/** The agent gives the conversation back: the bot answers the customer's next message. */
export async function handBackConversation(ctx: Context, raw: { id: string }): Promise<ConversationDto> {
  requirePermission(ctx, "conversations:write");
  const { id } = parseInput(conversationIdInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    if (await handBack(tx, ctx, await lockConversation(tx, ctx, id)))
      await recordAudit(tx, ctx, {
        action: "conversation.handed_back",
        subject: { type: "conversation", id },
      });
    return getConversation(ctx, { id });
  });
}

/** For a locked conversation. @returns false where the bot has it already. */
export async function handBack(
  tx: Transaction,
  ctx: Context,
  conversation: ConversationRow,
): Promise<boolean> {
  if (conversation.owner === "bot") return false;
  await insertActivity(tx, ctx, conversation.id, { type: "handback" }, ctx.now());
  await updateConversation(tx, ctx, conversation.id, {
    owner: "bot",
    assigneeId: null,
    waitingSince: null,
    handoffReason: null,
    slots: { handedBack: true },
  });
  return true;
}
