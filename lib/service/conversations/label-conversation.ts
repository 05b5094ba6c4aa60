import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { conversationLabels, labels } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit";
import { lockConversation, updateConversation } from "./internal";
import { getConversation } from "./queries";
import {
  type ConversationDto,
  conversationIdInput,
  type LabelConversationInput,
  labelsInput,
} from "./schemas";

/** Puts labels on a conversation and takes others off. What is so already is no error. */
export async function labelConversation(
  ctx: Context,
  raw: LabelConversationInput & { id: string },
): Promise<ConversationDto> {
  requirePermission(ctx, "conversations:write");
  const { id } = parseInput(conversationIdInput, raw);
  const change = parseInput(labelsInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    await lockConversation(tx, ctx, id);
    await changeLabels(tx, ctx, id, change);
    return getConversation(ctx, { id });
  });
}

/** @throws AppError `not_found` where one of them is no label of the shop. What is there stays until the commit. */
export async function requireLabels(tx: Transaction, ctx: Context, ids: readonly string[]): Promise<void> {
  const named = [...new Set(ids)];
  const known = await tx
    .select({ id: labels.id })
    .from(labels)
    .where(and(eq(labels.merchantId, ctx.merchantId), inArray(labels.id, named)))
    .orderBy(labels.id)
    .for("share");
  if (known.length < named.length) throw notFound("label");
}

/** For a locked conversation. @returns which labels came and went. @throws AppError `not_found` for no label. */
export async function changeLabels(
  tx: Transaction,
  ctx: Context,
  conversationId: string,
  change: { add: string[]; remove: string[] },
): Promise<{ added: string[]; removed: string[] }> {
  await requireLabels(tx, ctx, [...change.add, ...change.remove]);
  return applyLabels(tx, ctx, conversationId, change);
}

/** For a locked conversation and labels that are known to be there. */
export async function applyLabels(
  tx: Transaction,
  ctx: Context,
  conversationId: string,
  { add, remove }: { add: string[]; remove: string[] },
): Promise<{ added: string[]; removed: string[] }> {
  const { merchantId } = ctx;
  const come =
    add.length === 0
      ? []
      : await tx
          .insert(conversationLabels)
          .values(add.map((labelId) => ({ merchantId, conversationId, labelId, createdAt: ctx.now() })))
          .onConflictDoNothing()
          .returning({ id: conversationLabels.labelId });
  const gone =
    remove.length === 0
      ? []
      : await tx
          .delete(conversationLabels)
          .where(
            and(
              eq(conversationLabels.merchantId, merchantId),
              eq(conversationLabels.conversationId, conversationId),
              inArray(conversationLabels.labelId, remove),
            ),
          )
          .returning({ id: conversationLabels.labelId });
  const changed = { added: come.map(({ id }) => id), removed: gone.map(({ id }) => id) };
  if (come.length + gone.length === 0) return changed;
  // Announces the conversation; what it looks like now is read by whoever shows it.
  await updateConversation(tx, ctx, conversationId, {});
  await recordAudit(tx, ctx, {
    action: "conversation.labelled",
    subject: { type: "conversation", id: conversationId },
    details: changed,
  });
  return changed;
}
