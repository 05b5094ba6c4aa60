import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { memberships, users } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { AppError, notFound } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { ROLE_PERMISSIONS, requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit";
import { type ConversationRow, insertActivity, lockConversation, updateConversation } from "./internal";
import { getConversation } from "./queries";
import { assignInput, type ConversationDto, conversationIdInput, snoozeInput } from "./schemas";

/** Ends the conversation. The customer's next message opens it again. */
export async function resolveConversation(ctx: Context, raw: { id: string }): Promise<ConversationDto> {
  requirePermission(ctx, "conversations:write");
  const { id } = parseInput(conversationIdInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const conversation = await lockConversation(tx, ctx, id);
    if (conversation.status === "resolved") return getConversation(ctx, { id });
    await insertActivity(tx, ctx, id, { type: "resolved" }, ctx.now());
    await updateConversation(tx, ctx, id, {
      status: "resolved",
      resolvedAt: ctx.now(),
      waitingSince: null,
      snoozedUntil: null,
    });
    await recordAudit(tx, ctx, { action: "conversation.resolved", subject: { type: "conversation", id } });
    return getConversation(ctx, { id });
  });
}

/** Takes back a resolve, or wakes a snoozed conversation: open again with the owner it had. */
export async function reopenConversation(ctx: Context, raw: { id: string }): Promise<ConversationDto> {
  requirePermission(ctx, "conversations:write");
  const { id } = parseInput(conversationIdInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const conversation = await lockConversation(tx, ctx, id);
    if (conversation.status !== "open") await reopen(tx, ctx, conversation);
    return getConversation(ctx, { id });
  });
}

/** Opens a conversation whose snooze is over; one that was resolved or put off again meanwhile stays as it is. */
export async function wakeConversation(ctx: Context, { id }: { id: string }): Promise<void> {
  requirePermission(ctx, "conversations:write");
  await inTenant(ctx, async ({ tx, ctx }) => {
    const conversation = await lockConversation(tx, ctx, id);
    const isDue = conversation.snoozedUntil !== null && conversation.snoozedUntil <= ctx.now();
    if (conversation.status === "snoozed" && isDue) await reopen(tx, ctx, conversation);
  });
}

async function reopen(tx: Transaction, ctx: Context, conversation: ConversationRow): Promise<void> {
  await insertActivity(tx, ctx, conversation.id, { type: "reopened" }, ctx.now());
  const needsPerson = conversation.owner === "human" && conversation.assigneeId === null;
  await updateConversation(tx, ctx, conversation.id, {
    status: "open",
    snoozedUntil: null,
    resolvedAt: null,
    waitingSince: needsPerson ? ctx.now() : null,
  });
}

/** Puts the conversation aside until an instant, or until the customer writes. */
export async function snoozeConversation(
  ctx: Context,
  raw: { id: string; until: string },
): Promise<ConversationDto> {
  requirePermission(ctx, "conversations:write");
  const { id } = parseInput(conversationIdInput, raw);
  const until = new Date(parseInput(snoozeInput, raw).until);
  if (until <= ctx.now()) throw new AppError("invalid_input", "Choose a time in the future.");
  return inTenant(ctx, async ({ tx, ctx }) => {
    await lockConversation(tx, ctx, id);
    await insertActivity(tx, ctx, id, { type: "snoozed", detail: until.toISOString() }, ctx.now());
    await updateConversation(tx, ctx, id, {
      status: "snoozed",
      snoozedUntil: until,
      waitingSince: null,
      resolvedAt: null,
    });
    return getConversation(ctx, { id });
  });
}

/** Gives the conversation to a member of the shop, or to nobody (then it waits for a person). */
export async function assignConversation(
  ctx: Context,
  raw: { id: string; assigneeId: string | null },
): Promise<ConversationDto> {
  requirePermission(ctx, "conversations:write");
  const { id } = parseInput(conversationIdInput, raw);
  const { assigneeId } = parseInput(assignInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    await lockConversation(tx, ctx, id);
    const [member] = assigneeId
      ? await tx
          .select({ name: users.name, role: memberships.role })
          .from(memberships)
          .innerJoin(users, eq(users.id, memberships.userId))
          .where(and(eq(memberships.merchantId, ctx.merchantId), eq(memberships.userId, assigneeId)))
      : [];
    if (assigneeId && !member) throw notFound("member of this shop");
    if (member && !ROLE_PERMISSIONS[member.role].includes("conversations:write")) {
      throw new AppError("conflict", `${member.name} may not answer customers. Choose somebody who may.`);
    }
    await insertActivity(tx, ctx, id, { type: "assigned", detail: member?.name }, ctx.now());
    await updateConversation(tx, ctx, id, {
      owner: "human",
      status: "open",
      assigneeId,
      waitingSince: assigneeId ? null : ctx.now(),
      snoozedUntil: null,
      resolvedAt: null,
    });
    await recordAudit(tx, ctx, {
      action: "conversation.assigned",
      subject: { type: "conversation", id },
      details: { assigneeId },
    });
    return getConversation(ctx, { id });
  });
}
