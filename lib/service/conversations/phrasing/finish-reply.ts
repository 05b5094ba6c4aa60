import type { Context } from "@/lib/core/context";
import type { SentMessageDto } from "../schemas";
import type { Received } from "./hold-reply";
import { phraseReply } from "./phrase-reply";
import { settleReply } from "./settle-reply";

/**
 * After the commit: tries other words for an answer that was held back, and lets it go. What goes wrong here costs the
 * wording, never the answer: the template stands in the database, and a job lets it go a moment later.
 */
export async function finishReply(ctx: Context, received: Received): Promise<SentMessageDto> {
  const { held, ...sent } = received;
  if (!held || !sent.reply) return sent;
  try {
    // Called within somebody's transaction a model cannot be waited for.
    const phrasing = ctx.tx
      ? ({ is: "kept", reason: "in_transaction" } as const)
      : await phraseReply(ctx, held);
    const row = await settleReply(ctx, sent.reply.id, phrasing);
    return row ? { ...sent, reply: { ...sent.reply, text: row.text } } : sent;
  } catch (error) {
    console.error(`The answer ${sent.reply.id} could not be put into words:`, error);
    return sent;
  }
}
