import { nameIn } from "@/components/format/name-in";
import type { Locale } from "@/lib/core/context";
import { GROUP_ORDER, groupOf, INTENT_GROUPS, type IntentGroup } from "./intent-groups";

/** An intent that the merchant has added, by its names. */
export interface OwnIntent {
  id: string;
  name: { zh?: string | undefined; en?: string | undefined; es?: string | undefined };
  /** One that is put aside keeps its name, and can no longer be chosen. */
  archivedAt: string | null;
}

/** What the translators of client and server have in common. */
export interface IntentDictionary {
  has(id: never): boolean;
  (id: never): string;
}

export interface IntentChoice {
  id: string;
  name: string;
  group: IntentGroup;
}

/** Names intents in the reader's language. @returns null for an intent that nobody knows any more. */
export function nameIntents(
  dictionary: IntentDictionary,
  own: readonly OwnIntent[],
  locale: Locale,
): (id: string | null | undefined) => string | null {
  const ownNames = new Map(own.map(({ id, name }) => [id, nameIn(name, locale)]));
  return (id) => {
    if (!id) return null;
    if (dictionary.has(id as never)) return dictionary(id as never);
    return ownNames.get(id) || null;
  };
}

/** Every intent that can be chosen, group by group, the merchant's own first. */
export function listIntentChoices(
  nameOf: (id: string) => string | null,
  own: readonly OwnIntent[],
): IntentChoice[] {
  const ids = { own: own.filter(({ archivedAt }) => !archivedAt).map(({ id }) => id), ...INTENT_GROUPS };
  return GROUP_ORDER.flatMap((group) =>
    ids[group].map((id) => ({ id, name: nameOf(id) ?? id, group: groupOf(id) })),
  );
}
