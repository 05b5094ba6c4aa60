import { and, count, eq, isNull } from "drizzle-orm";
import { cannedReplies } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit";
import { requireFreeName, requireWriting, toDto } from "./internal";
import {
  type CannedReplyDto,
  type CreateCannedReplyInput,
  createCannedReplyInput,
  MAX_OWN_REPLIES,
  MAX_SHOP_REPLIES,
} from "./schemas";

/**
 * Keeps a reply under a short name: for the whole shop (`knowledge:write`), or for oneself.
 * @throws AppError `conflict` where the name is taken or the list is full; `invalid_input` for a key's own reply.
 */
export async function createCannedReply(ctx: Context, raw: CreateCannedReplyInput): Promise<CannedReplyDto> {
  requirePermission(ctx, "conversations:write");
  const input = parseInput(createCannedReplyInput, raw);
  requireWriting(ctx, input.isPersonal);
  const { actor } = ctx;
  if (input.isPersonal && actor.type !== "user")
    throw new AppError("invalid_input", "Only a member can have replies of their own. Leave isPersonal out.");
  const ownerId = input.isPersonal && actor.type === "user" ? actor.id : null;
  return inTenant(ctx, async ({ tx, ctx }) => {
    await requireFreeName(tx, ctx, { name: input.name, ownerId });
    const [kept] = await tx
      .select({ replies: count() })
      .from(cannedReplies)
      .where(
        and(
          eq(cannedReplies.merchantId, ctx.merchantId),
          ownerId ? eq(cannedReplies.ownerId, ownerId) : isNull(cannedReplies.ownerId),
        ),
      );
    const most = ownerId ? MAX_OWN_REPLIES : MAX_SHOP_REPLIES;
    if (kept!.replies >= most)
      throw new AppError("conflict", `There are ${most} replies already. Delete one that nobody uses first.`);
    const now = ctx.now();
    const [row] = await tx
      .insert(cannedReplies)
      .values({
        merchantId: ctx.merchantId,
        id: newId(),
        ownerId,
        name: input.name,
        texts: input.texts,
        createdAt: now,
        updatedAt: now,
      })
      .returning();
    await recordAudit(tx, ctx, {
      action: "canned_reply.created",
      subject: { type: "canned_reply", id: row!.id },
      details: { name: input.name, isPersonal: input.isPersonal },
    });
    return toDto(row!);
  });
}
