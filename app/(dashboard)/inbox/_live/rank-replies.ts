import type { CannedReplyDto } from "@/lib/service/canned-replies/schemas";

const SHOWN = 8;

/** What fits the letters typed so far, the best first: by the name's beginning, then within it, then by its text. */
export function rankReplies(replies: readonly CannedReplyDto[], query: string): CannedReplyDto[] {
  const wanted = query.normalize("NFKC").toLowerCase();
  const rankOf = ({ name, texts }: CannedReplyDto) => {
    if (name.startsWith(wanted)) return 0;
    if (name.includes(wanted)) return 1;
    return Object.values(texts).some((text) => text.toLowerCase().includes(wanted)) ? 2 : 3;
  };
  return replies
    .map((reply) => ({ reply, rank: rankOf(reply) }))
    .filter(({ rank }) => rank < 3)
    .sort(
      (one, other) =>
        one.rank - other.rank ||
        other.reply.timesUsed - one.reply.timesUsed ||
        one.reply.name.localeCompare(other.reply.name),
    )
    .slice(0, SHOWN)
    .map(({ reply }) => reply);
}
