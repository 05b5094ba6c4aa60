import { checkReturn } from "@/lib/data/after-sales";
import { served } from "../serve";
import type { Slot, Values } from "../task";
import { linesIn } from "./lines-slot";
import { orderIdIn } from "./order-slot";
import { reasonIn } from "./return-reason-slot";

/** Whether the goods were opened, where the shop's policy wants to know; else null. */
export const openedSlot: Slot = {
  async fill(dialogue, values, isAsked) {
    const { consent, words, ctx } = dialogue;
    if (isAsked && consent.answer !== null) {
      const isOpened = consent.answer === "yes";
      return {
        is: "filled",
        filled: { value: isOpened, label: words(isOpened ? "opened.yes" : "opened.no") },
      };
    }
    const asked = { orderId: orderIdIn(values), lines: linesIn(values), reason: reasonIn(values) };
    const check = await checkReturn(ctx, asked, served(dialogue, values));
    if (check.isPossible || check.reason !== "opened_not_stated") {
      return { is: "filled", filled: { value: null, label: "" } };
    }
    return { is: "question", text: words("opened.ask"), isMiss: isAsked };
  },
  hears: ({ consent }) => consent.answer !== null,
};

export const openedIn = (values: Values) => (values.opened!.value as boolean | null) ?? undefined;
