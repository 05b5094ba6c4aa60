import type { MessageDto } from "@/lib/service/conversations/schemas";
import { splitMentions } from "../_live/mentioned";

/** A note with the people in it set apart. */
export function MentionedText({ message }: { message: MessageDto }) {
  return splitMentions(message.text, message.mentions).map(({ text, id }, at) =>
    id ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other identity
      <span key={at} data-mention={id} className="rounded-xs bg-amber/20 px-0.5 font-medium">
        {text}
      </span>
    ) : (
      text
    ),
  );
}
