import type { Dialogue, Slot } from "../task";
import type { BotWords } from "../words";

/** What the customer says in words of their own, asked for by `ask`; as much of it as a record holds. */
export function textSlot(ask: Parameters<BotWords>[0], maxLength = 1_000): Slot {
  return {
    async fill(dialogue, _values, isAsked) {
      const text = dialogue.turn.text.trim().slice(0, maxLength);
      if (isAsked && text !== "") return { is: "filled", filled: { value: text, label: text } };
      return { is: "question", text: dialogue.words(ask), isMiss: isAsked };
    },
    hears: ({ turn }) => /[\p{L}\p{N}]/u.test(turn.text) && !isQuestion(turn),
  };
}

/** A question that is understood is asked, and not told. */
const isQuestion = ({ text, understanding }: Dialogue["turn"]) =>
  /[?？]\s*$/u.test(text) && understanding.isConfident && understanding.intent.id !== "complaint";
