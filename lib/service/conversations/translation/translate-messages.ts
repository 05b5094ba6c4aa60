import { and, desc, eq, inArray, ne } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { conversations, messages, messageTranslations } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { guessLanguage } from "@/lib/intelligence/grounding";
import { hasContent } from "@/lib/intelligence/text";
import type { Language } from "@/lib/service/dialogue";
import {
  conversationIdInput,
  type TranslateMessagesInput,
  type TranslationsDto,
  translateMessagesInput,
} from "../schemas";
import { translateText } from "./translate-text";

/** As far back as somebody reads, and as many as a shop's turns take in a moment. */
const LATEST = 60;
const AT_ONCE = 8;

/**
 * A conversation's latest messages in a reader's language. What was translated before is stored and costs nothing;
 * of the rest the newest are translated, and `waiting` says how many are left to ask for. Authors' own words come with
 * what was translated before it was sent.
 */
export async function translateMessages(
  ctx: Context,
  raw: TranslateMessagesInput & { id: string },
): Promise<TranslationsDto> {
  requirePermission(ctx, "conversations:write");
  const { id } = parseInput(conversationIdInput, raw);
  const { language } = parseInput(translateMessagesInput, raw);
  const { latest, stored } = await inTenant(ctx, ({ tx, ctx }) => readThread(tx, ctx, id));
  const done = new Map(stored.map((row) => [`${row.messageId}:${row.language}`, row]));
  const missing = latest.filter(
    (message) => isForeign(message, language) && !done.has(`${message.id}:${language}`),
  );
  const asked = missing.slice(0, AT_ONCE);
  const answers = await Promise.all(asked.map(({ text }) => translateText(ctx, text, language)));
  const made = asked.flatMap((message, at) => {
    const answer = answers[at]!;
    return answer.is === "translated" ? [{ message, answer }] : [];
  });
  const failure = answers.find((answer) => answer.is === "unavailable");
  const rows = made.map(({ message, answer }) => ({
    merchantId: ctx.merchantId,
    messageId: message.id,
    conversationId: id,
    language,
    text: answer.text,
    lost: [...answer.lost, ...answer.added].slice(0, 20),
    model: answer.model,
    isOriginal: false,
    createdAt: ctx.now(),
  }));
  if (rows.length > 0)
    await inTenant(ctx, ({ tx }) => tx.insert(messageTranslations).values(rows).onConflictDoNothing());
  return {
    language,
    translations: [...stored.filter((row) => row.language === language || row.isOriginal), ...rows].map(
      ({ messageId, language, text, isOriginal, lost }) => ({ messageId, language, text, isOriginal, lost }),
    ),
    waiting: failure ? 0 : missing.length - asked.length,
    failure: failure ? { code: failure.code, reason: failure.reason } : null,
  };
}

async function readThread(tx: Transaction, ctx: Context, id: string) {
  const [known] = await tx
    .select({ id: conversations.id })
    .from(conversations)
    .where(and(eq(conversations.merchantId, ctx.merchantId), eq(conversations.id, id)));
  if (!known) throw notFound("conversation");
  const latest = await tx
    .select({ id: messages.id, text: messages.text, language: messages.language })
    .from(messages)
    .where(
      and(
        eq(messages.merchantId, ctx.merchantId),
        eq(messages.conversationId, id),
        ne(messages.author, "activity"),
      ),
    )
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(LATEST);
  const ids = latest.map((message) => message.id);
  const stored =
    ids.length === 0
      ? []
      : await tx
          .select()
          .from(messageTranslations)
          .where(
            and(
              eq(messageTranslations.merchantId, ctx.merchantId),
              inArray(messageTranslations.messageId, ids),
            ),
          );
  return { latest, stored };
}

/** An order number, an emoji or a name needs no translation; a language is believed only where the words agree. */
function isForeign({ text, language }: { text: string; language: string | null }, reader: Language): boolean {
  if (!hasContent(text)) return false;
  const written = guessLanguage(text);
  if (written !== null) return written !== reader;
  return /\p{L}{3,}.*\p{L}{3,}/su.test(text) && language !== null && language !== reader;
}
