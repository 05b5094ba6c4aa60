import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { memberships, mentions, users } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { ROLE_PERMISSIONS, requirePermission } from "@/lib/core/permissions";
import { actorDisplayName, actorUserId, insertMessage, lockConversation, toMessageDto } from "./internal";
import { type AddNoteInput, conversationIdInput, type MessageDto, noteInput } from "./schemas";

/**
 * Adds a private note: colleagues see it, the customer never does, and the bot does not read it. Who is mentioned
 * finds it among their mentions. @throws AppError `not_found` for whoever is no member that may read conversations.
 */
export async function addNote(ctx: Context, raw: AddNoteInput & { id: string }): Promise<MessageDto> {
  requirePermission(ctx, "conversations:write");
  const { id } = parseInput(conversationIdInput, raw);
  const { text, mentions: named } = parseInput(noteInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    await lockConversation(tx, ctx, id);
    const mentioned = await findMentioned(tx, ctx, named);
    const note = {
      conversationId: id,
      author: "note" as const,
      authorUserId: actorUserId(ctx),
      text,
      mentions: mentioned,
    };
    const message = await insertMessage(tx, ctx, note, ctx.now());
    if (mentioned.length > 0) {
      await tx.insert(mentions).values(
        mentioned.map((person) => ({
          merchantId: ctx.merchantId,
          messageId: message.id,
          userId: person.id,
          conversationId: id,
          createdAt: message.createdAt,
          // Nobody needs to be told of what they wrote themselves.
          readAt: person.id === actorUserId(ctx) ? message.createdAt : null,
        })),
      );
    }
    return toMessageDto(message, actorDisplayName(ctx), null, mentioned);
  });
}

async function findMentioned(
  tx: Transaction,
  ctx: Context,
  named: string[],
): Promise<MessageDto["mentions"]> {
  const ids = [...new Set(named)];
  if (ids.length === 0) return [];
  const people = await tx
    .select({ id: users.id, name: users.name, role: memberships.role })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.merchantId, ctx.merchantId), inArray(memberships.userId, ids)));
  const readers = people.filter(({ role }) => ROLE_PERMISSIONS[role].includes("conversations:read"));
  if (readers.length < ids.length) throw notFound("member of this shop");
  return readers.map(({ id, name }) => ({ id, name }));
}
