import type { Transaction } from "@/db/client";
import type { Context } from "@/lib/core/context";
import { chooseLanguage, readSubject, readValues } from "./fill-canned-reply";
import type { FilledReplyDto, ReplyLanguage } from "./schemas";
import { fillVariables } from "./variables";

export interface Filler {
  /** In the conversation's language where the texts have it, else in the shop's. */
  fillTexts: (texts: Partial<Record<ReplyLanguage, string>>) => FilledReplyDto;
  fill: (text: string) => { text: string; missing: string[] };
}

/** What variables stand for in a conversation, read once for any number of texts. */
export async function readFiller(tx: Transaction, ctx: Context, conversationId: string): Promise<Filler> {
  const subject = await readSubject(tx, ctx, conversationId);
  const values = await readValues(ctx, subject);
  return {
    fillTexts: (texts) => {
      const language = chooseLanguage(texts, [subject.language, subject.shopLanguage]);
      return { ...fillVariables(texts[language] ?? "", values), language };
    },
    fill: (text) => fillVariables(text, values),
  };
}
