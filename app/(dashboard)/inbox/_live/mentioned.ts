import type { Member } from "./inbox-context";

/** Who is named with an @ in a text. Of two names that begin alike the longer one counts. */
export function findMentioned(text: string, members: readonly Member[]): string[] {
  return splitMentions(text, members).flatMap(({ id }, at, all) =>
    id !== null && all.findIndex((part) => part.id === id) === at ? id : [],
  );
}

/** A text in pieces: names with their @, and what stands between. */
export function splitMentions(
  text: string,
  people: readonly Member[],
): { text: string; id: string | null }[] {
  const longestFirst = [...people].sort((one, other) => other.name.length - one.name.length);
  const parts: { text: string; id: string | null }[] = [];
  let from = 0;
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    const named = longestFirst.find(({ name }) => standsAt(text, at + 1, name));
    if (!named) continue;
    const end = at + 1 + named.name.length;
    if (at > from) parts.push({ text: text.slice(from, at), id: null });
    parts.push({ text: text.slice(at, end), id: named.id });
    from = end;
    at = end - 1;
  }
  if (from < text.length) parts.push({ text: text.slice(from), id: null });
  return parts;
}

/** The whole name: "@Anabel" does not name Ana. A Chinese name may run on into the sentence. */
function standsAt(text: string, at: number, name: string): boolean {
  if (text.slice(at, at + name.length).toLowerCase() !== name.toLowerCase()) return false;
  const after = text[at + name.length] ?? "";
  return !/[\p{L}\p{N}]/u.test(after) || /\p{Script=Han}/u.test(after) || /\p{Script=Han}$/u.test(name);
}
