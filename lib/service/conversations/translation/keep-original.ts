import type { Transaction } from "@/db/client";
import { messageTranslations } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import type { Language } from "@/lib/service/dialogue";

/** Keeps what an agent wrote beside the translation that was sent; who repeats the message changes nothing. */
export async function keepOriginal(
  tx: Transaction,
  ctx: Context,
  message: { id: string; createdAt: string },
  conversationId: string,
  { text, language }: { text: string; language: Language },
): Promise<void> {
  await tx
    .insert(messageTranslations)
    .values({
      merchantId: ctx.merchantId,
      messageId: message.id,
      conversationId,
      language,
      text,
      isOriginal: true,
      createdAt: new Date(message.createdAt),
    })
    .onConflictDoNothing();
}
