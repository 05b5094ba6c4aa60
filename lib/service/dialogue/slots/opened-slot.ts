import type { Refusal } from "@/lib/data/after-sales/schemas";
import type { Dialogue, Slot, Values } from "../task";

/** Whether the goods were opened, where the shop's policy wants to know it (`isNeeded`); else null. */
export function openedSlot(isNeeded: (dialogue: Dialogue, values: Values) => Promise<boolean>): Slot {
  return {
    async fill(dialogue, values, isAsked) {
      const { consent, words } = dialogue;
      if (isAsked && consent.answer !== null) {
        const isOpened = consent.answer === "yes";
        return {
          is: "filled",
          filled: { value: isOpened, label: words(isOpened ? "opened.yes" : "opened.no") },
        };
      }
      if (await isNeeded(dialogue, values))
        return { is: "question", text: words("opened.ask"), isMiss: isAsked };
      return { is: "filled", filled: { value: null, label: "" } };
    },
    hears: ({ consent }) => consent.answer !== null,
  };
}

/** Undefined while it is not known. */
export const openedIn = (values: Values) => (values.opened?.value as boolean | null | undefined) ?? undefined;

export const wantsToKnowIfOpened = (check: { isPossible: true } | Refusal) =>
  !check.isPossible && check.reason === "opened_not_stated";
