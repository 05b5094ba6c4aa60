import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { actorDisplayName, actorUserId, insertMessage, lockConversation, toMessageDto } from "./internal";
import { conversationIdInput, type MessageDto, noteInput } from "./schemas";

/** Adds a private note: colleagues see it, the customer never does, and the bot does not read it. */
export async function addNote(ctx: Context, raw: { id: string; text: string }): Promise<MessageDto> {
  requirePermission(ctx, "conversations:write");
  const { id } = parseInput(conversationIdInput, raw);
  const { text } = parseInput(noteInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    await lockConversation(tx, ctx, id);
    const note = { conversationId: id, author: "note" as const, authorUserId: actorUserId(ctx), text };
    return toMessageDto(await insertMessage(tx, ctx, note, ctx.now()), actorDisplayName(ctx));
  });
}
