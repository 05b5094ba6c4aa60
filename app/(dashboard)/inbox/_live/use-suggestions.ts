"use client";

import { type KeyboardEvent, type RefObject, useId, useState } from "react";
import { findTrigger, type Trigger } from "./find-trigger";

interface SuggestionsInput {
  sign: Trigger["sign"];
  text: string;
  field: RefObject<HTMLTextAreaElement | null>;
  isOn: boolean;
}

/** The state of a list that a sign opens under the pen: where it is called, which item is marked, when it is closed. */
export function useSuggestions({ sign, text, field, isOn }: SuggestionsInput) {
  const id = useId();
  const [caret, setCaret] = useState(0);
  const [marked, setMarked] = useState(0);
  const [closedAt, setClosedAt] = useState<number | null>(null);
  const [lastQuery, setLastQuery] = useState("");
  const found = isOn ? findTrigger(text, caret, sign) : null;
  if (!found && closedAt !== null) setClosedAt(null);
  const trigger = found && found.start !== closedAt ? found : null;
  if (trigger && trigger.query !== lastQuery) {
    setLastQuery(trigger.query);
    setMarked(0);
  }

  const readCaret = () => setCaret(field.current?.selectionStart ?? 0);
  const close = () => setClosedAt(found?.start ?? null);
  const optionId = (index: number) => `${id}-${index}`;

  return {
    trigger,
    marked,
    setMarked,
    listId: id,
    optionId,
    readCaret,
    close,
    /** Arrows, Enter, Tab and Esc belong to the list while it is open. @returns whether the key was used. */
    onKeyDown(event: KeyboardEvent, count: number, choose: (index: number) => void): boolean {
      if (!trigger || event.metaKey || event.ctrlKey || event.altKey) return false;
      const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
      if (step !== 0 && count > 0) setMarked((now) => (now + step + count) % count);
      else if ((event.key === "Enter" || event.key === "Tab") && !event.shiftKey && count > 0)
        choose(Math.min(marked, count - 1));
      else if (event.key === "Escape") close();
      else return false;
      event.preventDefault();
      return true;
    },
    /** For the field: which list is open, and which item is marked. */
    fieldProps: (count: number) =>
      trigger
        ? {
            "aria-autocomplete": "list" as const,
            "aria-controls": id,
            ...(count > 0 ? { "aria-activedescendant": optionId(Math.min(marked, count - 1)) } : {}),
          }
        : {},
  };
}
