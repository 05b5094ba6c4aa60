"use client";

import { Check } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import {
  Command,
  CommandEmpty,
  CommandGroup,
  CommandInput,
  CommandItem,
  CommandList,
  CommandShortcut,
} from "@/components/ui/command";
import { GROUP_ORDER } from "./intent-groups";
import type { IntentChoice } from "./intent-words";

export interface IntentPickerProps {
  choices: readonly IntentChoice[];
  /** The one that holds now. */
  value: string | null;
  /** Likely ones, before the rest; `note` is what speaks for them, such as 31 %. */
  suggestions?: readonly { id: string; note: string }[];
  onChoose: (id: string) => void;
  /** Stands above the list: what is being chosen for. */
  children?: ReactNode;
}

/** All intents in one list that narrows while one types, by name or by id. Needs the words of `intentPicker`. */
export function IntentPicker({ choices, value, suggestions = [], onChoose, children }: IntentPickerProps) {
  const t = useTranslations("intentPicker");
  const [typed, setTyped] = useState("");
  const byId = new Map(choices.map((choice) => [choice.id, choice]));
  const likely = typed ? [] : suggestions.flatMap(({ id, note }) => ({ choice: byId.get(id), note }));
  const item = (choice: IntentChoice, place: string, note?: string) => (
    <CommandItem
      key={`${place} ${choice.id}`}
      value={`${place} ${choice.id}`}
      keywords={[choice.name, choice.id, t(`groups.${choice.group}`)]}
      onSelect={() => onChoose(choice.id)}
    >
      <Check aria-hidden className={choice.id === value ? "size-3.5" : "size-3.5 opacity-0"} />
      <span className="min-w-0 truncate">{choice.name}</span>
      {choice.id === value ? <span className="sr-only">{t("current")}</span> : null}
      {note ? <CommandShortcut>{note}</CommandShortcut> : null}
    </CommandItem>
  );
  return (
    <Command label={t("label")} loop filter={matchChoice}>
      {children}
      <CommandInput value={typed} onValueChange={setTyped} placeholder={t("search")} autoFocus />
      <CommandList>
        <CommandEmpty>{t("none", { q: typed })}</CommandEmpty>
        {likely.length > 0 ? (
          <CommandGroup heading={t("likely")}>
            {likely.map(({ choice, note }) => (choice ? item(choice, "likely", note) : null))}
          </CommandGroup>
        ) : null}
        {GROUP_ORDER.map((group) => {
          const members = choices.filter((choice) => choice.group === group);
          if (members.length === 0) return null;
          return (
            <CommandGroup key={group} heading={t(`groups.${group}`)}>
              {members.map((choice) => item(choice, group))}
            </CommandGroup>
          );
        })}
      </CommandList>
    </Command>
  );
}

/** Every typed word must stand in the name, the id or the group; a name that begins with it comes first. */
function matchChoice(_value: string, search: string, keywords: string[] = []): number {
  const text = keywords.join(" ").toLowerCase();
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (!words.every((word) => text.includes(word))) return 0;
  return text.startsWith(words[0] ?? "") ? 1 : 0.5;
}
