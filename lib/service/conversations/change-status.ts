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
import {
  type AssigneeDto,
  assignInput,
  type ConversationDto,
  conversationIdInput,
  snoozeInput,
} from "./schemas";

/** Ends the conversation. The customer's next message opens it again. */
export async function resolveConversation(ctx: Context, raw: { id: string }): Promise<ConversationDto> {
  requirePermission(ctx, "conversations:write");
  const { id } = parseInput(conversationIdInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    if (await resolve(tx, ctx, await lockConversation(tx, ctx, id)))
      await recordAudit(tx, ctx, { action: "conversation.resolved", subject: { type: "conversation", id } });
    return getConversation(ctx, { id });
  });
}

/** For a locked conversation. @returns false where it is resolved already. */
export async function resolve(
  tx: Transaction,
  ctx: Context,
  conversation: ConversationRow,
): Promise<boolean> {
  if (conversation.status === "resolved") return false;
  await insertActivity(tx, ctx, conversation.id, { type: "resolved" }, ctx.now());
  await updateConversation(tx, ctx, conversation.id, {
    status: "resolved",
    resolvedAt: ctx.now(),
    waitingSince: null,
    snoozedUntil: null,
  });
  return true;
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

/** For a locked conversation that is not open. */
export async function reopen(tx: Transaction, ctx: Context, conversation: ConversationRow): Promise<void> {
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
    await snooze(tx, ctx, await lockConversation(tx, ctx, id), until);
    return getConversation(ctx, { id });
  });
}

/** For a locked conversation. @returns false where it is put aside until then already. */
export async function snooze(
  tx: Transaction,
  ctx: Context,
  { id, status, snoozedUntil }: ConversationRow,
  until: Date,
): Promise<boolean> {
  if (status === "snoozed" && snoozedUntil?.getTime() === until.getTime()) return false;
  await insertActivity(tx, ctx, id, { type: "snoozed", detail: until.toISOString() }, ctx.now());
  await updateConversation(tx, ctx, id, {
    status: "snoozed",
    snoozedUntil: until,
    waitingSince: null,
    resolvedAt: null,
  });
  return true;
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
    const conversation = await lockConversation(tx, ctx, id);
    const assignee = assigneeId ? await findAssignee(tx, ctx, assigneeId) : null;
    if (!(await assign(tx, ctx, conversation, assignee))) return getConversation(ctx, { id });
    await recordAudit(tx, ctx, {
      action: "conversation.assigned",
      subject: { type: "conversation", id },
      details: { assigneeId },
    });
    return getConversation(ctx, { id });
  });
}

/** Somebody who answers customers here. @throws AppError `not_found` for no member, `conflict` for one who may not. */
export async function findAssignee(tx: Transaction, ctx: Context, id: string): Promise<AssigneeDto> {
  const [member] = await tx
    .select({ id: users.id, name: users.name, role: memberships.role })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.merchantId, ctx.merchantId), eq(memberships.userId, id)));
  if (!member) throw notFound("member of this shop");
  if (!ROLE_PERMISSIONS[member.role].includes("conversations:write")) {
    throw new AppError("conflict", `${member.name} may not answer customers. Choose somebody who may.`, {
      details: { reason: "may_not_answer" },
    });
  }
  return { id: member.id, name: member.name };
}

/** For a locked conversation. @returns false where it is theirs, and open, already. */
export async function assign(
  tx: Transaction,
  ctx: Context,
  { id, owner, status, assigneeId }: ConversationRow,
  assignee: AssigneeDto | null,
): Promise<boolean> {
  const next = assignee?.id ?? null;
  if (owner === "human" && status === "open" && assigneeId === next) return false;
  await insertActivity(tx, ctx, id, { type: "assigned", detail: assignee?.name }, ctx.now());
  await updateConversation(tx, ctx, id, {
    owner: "human",
    status: "open",
    assigneeId: next,
    waitingSince: assignee ? null : ctx.now(),
    snoozedUntil: null,
    resolvedAt: null,
  });
  return true;
}
