"use client";

import { ListFilter, X } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { useLabels } from "../_live/use-labels";
import type { ListScope } from "../_live/views";
import { LabelChip } from "./label-chips";
import { LabelMenu } from "./label-picker";

interface ListMenuProps {
  scope: ListScope;
  onFilter: (label: string | undefined) => void;
}

/** Narrows the list to a label, in whatever tab. */
export function ListMenu({ scope, onFilter }: ListMenuProps) {
  const t = useTranslations("inboxTools.labels");
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover open={isOpen} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button variant="ghost" size="icon" aria-label={t("filter")} title={t("filter")}>
          <ListFilter aria-hidden />
        </Button>
      </PopoverTrigger>
      <PopoverContent align="end" className="w-64 p-0" aria-label={t("filter")}>
        <LabelMenu
          isOn={({ id }) => id === scope.label}
          onChoose={({ id }) => {
            setOpen(false);
            onFilter(id === scope.label ? undefined : id);
          }}
        />
      </PopoverContent>
    </Popover>
  );
}

/** Says by which label the list is narrowed, and lets it go. */
export function LabelFilterLine({ scope, onFilter }: ListMenuProps) {
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
        onClick={() => onFilter(undefined)}
      >
        <X aria-hidden className="size-3.5" />
      </Button>
    </div>
  );
}
