import "server-only";

import { type IntentChoice, listIntentChoices, nameIntents } from "@/components/intents/intent-words";
import { getTranslations } from "@/lib/platform/http/locale";
import type { PageContext } from "@/lib/platform/http/page-context";
import { readOwnIntents } from "./_read-own-intents";

/** Every intent that a message can have, by the reader's names. */
export async function readIntentChoices(ctx: PageContext): Promise<IntentChoice[]> {
  const [words, own] = await Promise.all([getTranslations("intents"), readOwnIntents(ctx)]);
  return listIntentChoices(nameIntents(words, own, ctx.locale), own);
}
