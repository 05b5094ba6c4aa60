import { and, eq } from "drizzle-orm";
import { conversations } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { toModelError } from "@/lib/platform/llm";
import {
  conversationIdInput,
  type DraftTranslationDto,
  type TranslateDraftInput,
  translateDraftInput,
} from "../schemas";
import { translateText } from "./translate-text";

/**
 * What an agent has written, in the customer's language, to be read before it is sent. `lost` and `added` name what the
 * translation does not keep. Nothing is stored. @throws AppError `unavailable` with the model's reason,
 * `not_possible` where the shop has no model for it.
 */
export async function translateDraft(
  ctx: Context,
  raw: TranslateDraftInput & { id: string },
): Promise<DraftTranslationDto> {
  requirePermission(ctx, "conversations:write");
  const { id } = parseInput(conversationIdInput, raw);
  const { text, language } = parseInput(translateDraftInput, raw);
  const conversation = await inTenant(ctx, async ({ tx, ctx }) => {
    const [row] = await tx
      .select({ language: conversations.language })
      .from(conversations)
      .where(and(eq(conversations.merchantId, ctx.merchantId), eq(conversations.id, id)));
    if (!row) throw notFound("conversation");
    return row;
  });
  const to = language ?? conversation.language ?? "en";
  const translation = await translateText(ctx, text, to);
  if (translation.is === "unavailable") throw toModelError(translation);
  const { text: translated, lost, added } = translation;
  return { text: translated, language: to, lost, added };
}
