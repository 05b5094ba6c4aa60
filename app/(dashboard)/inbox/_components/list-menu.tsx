"use client";

import { ListFilter, X } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { NativeSelect } from "@/components/ui/native-select";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { CHANNELS } from "@/lib/service/conversations/schemas";
import { useLabels } from "../_live/use-labels";
import { LANGUAGES, LAST_FROM, type ListScope, type Narrowing } from "../_live/views";
import { LabelChip } from "./label-chips";
import { LabelMenu } from "./label-picker";

interface ListMenuProps {
  scope: ListScope;
  onNarrow: (change: Narrowing) => void;
}

/** Narrows the list, in whatever tab: by channel, language, who spoke last, and a label. */
export function ListMenu({ scope, onNarrow }: ListMenuProps) {
  const t = useTranslations("deskActs.views");
  const channels = useTranslations("inbox.channel");
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover open={isOpen} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button variant="ghost" size="icon" aria-label={t("filter")} title={t("filter")}>
          <ListFilter aria-hidden />
        </Button>
      </PopoverTrigger>
      <PopoverContent align="end" className="w-64 p-0" aria-label={t("filter")}>
        <div className="grid gap-2 border-b p-3">
          <Choice
            label={t("channel")}
            any={t("anyChannel")}
            value={scope.channel}
            options={CHANNELS.map((value) => ({ value, name: channels(value) }))}
            onChoose={(channel) => onNarrow({ channel })}
          />
          <Choice
            label={t("language")}
            any={t("anyLanguage")}
            value={scope.language}
            options={LANGUAGES.map((value) => ({ value, name: t(`languages.${value}`) }))}
            onChoose={(language) => onNarrow({ language })}
          />
          <Choice
            label={t("lastFrom")}
            any={t("anyLast")}
            value={scope.lastFrom}
            options={LAST_FROM.map((value) => ({ value, name: t(`last.${value}`) }))}
            onChoose={(lastFrom) => onNarrow({ lastFrom })}
          />
        </div>
        <LabelMenu
          isOn={({ id }) => id === scope.label}
          onChoose={({ id }) => {
            setOpen(false);
            onNarrow({ label: id === scope.label ? undefined : id });
          }}
        />
      </PopoverContent>
    </Popover>
  );
}

interface ChoiceProps<Value extends string> {
  label: string;
  any: string;
  value: Value | undefined;
  options: { value: Value; name: string }[];
  onChoose: (value: Value | undefined) => void;
}

function Choice<Value extends string>({ label, any, value, options, onChoose }: ChoiceProps<Value>) {
  return (
    <NativeSelect
      aria-label={label}
      value={value ?? ""}
      onChange={({ target }) => onChoose(options.find((option) => option.value === target.value)?.value)}
    >
      <option value="">{any}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.name}
        </option>
      ))}
    </NativeSelect>
  );
}

/** Says by which label the list is narrowed, and lets it go. */
export function LabelFilterLine({ scope, onNarrow }: ListMenuProps) {
  const t = useTranslations("inboxTools.labels");
  const labels = useLabels();
  if (!scope.label) return null;
  const label = labels.data?.find(({ id }) => id === scope.label);
  return (
    <div className="flex items-center gap-2 border-b bg-paper px-3.5 py-1 text-ink-3 text-xs">
      {t("filteredBy")}
      {label ? <LabelChip label={label} /> : labels.isPending ? null : t("gone")}
      <Button
        variant="ghost"
        size="icon"
        aria-label={t("clearFilter")}
        className="ml-auto size-6"
        onClick={() => onNarrow({ label: undefined })}
      >
        <X aria-hidden className="size-3.5" />
      </Button>
    </div>
  );
}
