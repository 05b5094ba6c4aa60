"use client";

import type { KeyboardEvent, RefObject } from "react";
import { useTranslations } from "use-intl";
import { Avatar } from "@/components/ui/avatar";
import { useInbox } from "../_live/inbox-context";
import { useSuggestions } from "../_live/use-suggestions";
import { SuggestionList } from "./suggestion-list";

interface MentionSuggestionsInput {
  text: string;
  field: RefObject<HTMLTextAreaElement | null>;
  isOn: boolean;
  onChange: (text: string) => void;
}

const SHOWN = 8;

/** `@` in a note: colleagues by name; the chosen one's name goes into the text. */
export function useMentionSuggestions({ text, field, isOn, onChange }: MentionSuggestionsInput) {
  const t = useTranslations("inboxTools.mentions");
  const { members, me } = useInbox();
  const list = useSuggestions({ sign: "@", text, field, isOn });
  const { trigger } = list;
  const wanted = trigger?.query.toLowerCase() ?? "";
  const people = trigger
    ? members
        .filter(({ id, name }) => id !== me.id && beginsAWord(name.toLowerCase(), wanted))
        .slice(0, SHOWN)
    : [];

  const choose = (index: number) => {
    const person = people[index];
    if (!trigger || !person) return;
    const written = `@${person.name} `;
    const end = trigger.start + 1 + trigger.query.length;
    onChange(text.slice(0, trigger.start) + written + text.slice(end).replace(/^ /, ""));
    const after = trigger.start + written.length;
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(after, after);
    });
  };

  return {
    readCaret: list.readCaret,
    onKeyDown: (event: KeyboardEvent) => list.onKeyDown(event, people.length, choose),
    fieldProps: list.fieldProps(people.length),
    list:
      trigger && people.length > 0 ? (
        <SuggestionList
          id={list.listId}
          label={t("suggestions")}
          marked={list.marked}
          optionId={list.optionId}
          items={people.map(({ id, name }) => ({
            key: id,
            content: (
              <>
                <Avatar name={name} />
                <span className="min-w-0 truncate">{name}</span>
              </>
            ),
          }))}
          onMark={list.setMarked}
          onChoose={choose}
        />
      ) : null,
  };
}

/** Given or family name, or any character of a Chinese one. */
function beginsAWord(name: string, wanted: string): boolean {
  return /\p{Script=Han}/u.test(wanted)
    ? name.includes(wanted)
    : name.split(/\s+/).some((word) => word.startsWith(wanted));
}
