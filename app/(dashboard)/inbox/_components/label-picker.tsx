"use client";

import { Check, Plus, Tag } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import {
  Command,
  CommandEmpty,
  CommandGroup,
  CommandInput,
  CommandItem,
  CommandList,
} from "@/components/ui/command";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import type { ConversationSummaryDto } from "@/lib/service/conversations/schemas";
import type { LabelDto } from "@/lib/service/labels/schemas";
import { useLabelActs, useLabels } from "../_live/use-labels";
import { LabelChip } from "./label-chips";

const CREATE = "create";

/** Puts labels on the open conversation and takes them off; a name that no label has makes one. */
export function LabelPicker({ conversation }: { conversation: ConversationSummaryDto }) {
  const t = useTranslations("inboxTools.labels");
  const [isOpen, setOpen] = useState(false);
  const { toggle, create } = useLabelActs();
  return (
    <Popover open={isOpen} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button variant="ghost" size="icon" aria-label={t("choose")} title={t("choose")} data-label-picker>
          <Tag aria-hidden />
        </Button>
      </PopoverTrigger>
      <PopoverContent align="end" className="w-64 p-0" aria-label={t("choose")}>
        <LabelMenu
          isOn={(label) => conversation.labels.some(({ id }) => id === label.id)}
          onChoose={(label) => void toggle(conversation, label)}
          onCreate={(name) => void create(conversation, name)}
        />
      </PopoverContent>
    </Popover>
  );
}

interface LabelMenuProps {
  isOn: (label: LabelDto) => boolean;
  onChoose: (label: LabelDto) => void;
  onCreate?: (name: string) => void;
}

/** All labels in a list that narrows while one types. */
export function LabelMenu({ isOn, onChoose, onCreate }: LabelMenuProps) {
  const t = useTranslations("inboxTools.labels");
  const common = useTranslations("common");
  const labels = useLabels();
  const [typed, setTyped] = useState("");
  const wanted = typed.trim();
  const isKnown = labels.data?.some(({ name }) => name.toLowerCase() === wanted.toLowerCase()) ?? true;
  return (
    <Command label={t("choose")} loop filter={matchLabel}>
      <CommandInput value={typed} onValueChange={setTyped} placeholder={t("find")} maxLength={40} autoFocus />
      <CommandList>
        <CommandEmpty>
          {labels.isPending ? common("loading") : labels.isError ? t("loadFailed") : t("none")}
        </CommandEmpty>
        <CommandGroup>
          {(labels.data ?? []).map((label) => (
            <CommandItem
              key={label.id}
              value={label.id}
              keywords={[label.name]}
              aria-checked={isOn(label)}
              onSelect={() => onChoose(label)}
            >
              <Check aria-hidden className={isOn(label) ? "size-3.5" : "size-3.5 opacity-0"} />
              <LabelChip label={label} />
              {isOn(label) ? <span className="sr-only">{t("isOn")}</span> : null}
            </CommandItem>
          ))}
          {onCreate && wanted && !isKnown ? (
            <CommandItem
              value={CREATE}
              onSelect={() => {
                setTyped("");
                onCreate(wanted);
              }}
            >
              <Plus aria-hidden className="size-3.5" />
              <span className="min-w-0 truncate">{t("create", { name: wanted })}</span>
            </CommandItem>
          ) : null}
        </CommandGroup>
      </CommandList>
    </Command>
  );
}

/** A name that begins with what is typed comes first; making a new one comes last. */
function matchLabel(value: string, search: string, keywords: string[] = []): number {
  if (value === CREATE) return 0.1;
  const name = keywords.join(" ").toLowerCase();
  const wanted = search.trim().toLowerCase();
  return name.startsWith(wanted) ? 1 : name.includes(wanted) ? 0.5 : 0;
}

/** From the keyboard: the picker of the conversation that is open. */
export function openLabelPicker(): void {
  document.querySelector<HTMLButtonElement>("[data-label-picker]")?.click();
}
