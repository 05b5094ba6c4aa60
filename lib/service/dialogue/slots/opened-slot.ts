import type { Refusal } from "@/lib/data/after-sales/schemas";
import { readOpened } from "../reading/read-opened";
import type { Dialogue, Slot, Values } from "../task";

/** Whether the goods were opened, where the shop's policy wants to know it (`isNeeded`); else null. */
export function openedSlot(isNeeded: (dialogue: Dialogue, values: Values) => Promise<boolean>): Slot {
  return {
    async fill(dialogue, values, isAsked) {
      const { words } = dialogue;
      const isOpened = told(dialogue, isAsked) ?? (isAsked ? null : readOpened(dialogue.opening));
      if (isOpened !== null) {
        return {
          is: "filled",
          filled: { value: isOpened, label: words(isOpened ? "opened.yes" : "opened.no") },
        };
      }
      if (await isNeeded(dialogue, values))
        return { is: "question", text: words("opened.ask"), isMiss: isAsked };
      return { is: "filled", filled: { value: null, label: "" } };
    },
    stands: true,
    hears: (dialogue) => told(dialogue, true) !== null,
    claims: ({ turn }) => readOpened(turn.text) !== null,
    // Said once more it is no yes or no to what was asked since.
    isCorrected: ({ turn }, held) => held.value !== null && readOpened(turn.text) !== null,
  };
}

/** In so many words; else by a yes or no to the question. */
function told({ turn, consent }: Dialogue, isAsked: boolean): boolean | null {
  const said = readOpened(turn.text);
  if (said !== null || !isAsked) return said;
  return consent.answer === "yes" ? true : consent.answer === "no" ? false : null;
}

/** Undefined while it is not known. */
export const openedIn = (values: Values) => (values.opened?.value as boolean | null | undefined) ?? undefined;

export const wantsToKnowIfOpened = (check: { isPossible: true } | Refusal) =>
  !check.isPossible && check.reason === "opened_not_stated";
