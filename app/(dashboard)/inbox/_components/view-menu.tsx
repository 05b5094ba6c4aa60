"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Check, ChevronDown } from "lucide-react";
import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { formatNumber } from "@/components/format/format-number";
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
import type { InboxViewDto } from "@/lib/service/inbox-views/schemas";
import { keys } from "../_live/inbox-cache";
import type { ListScope } from "../_live/views";

interface ViewMenuProps {
  scope: ListScope;
  views: readonly InboxViewDto[];
  hasFailed: boolean;
  onChoose: (view: InboxViewDto) => void;
  onInbox: () => void;
}

/** The list's name, and under it the saved views with how many conversations each holds. */
export function ViewMenu({ scope, views, hasFailed, onChoose, onInbox }: ViewMenuProps) {
  const t = useTranslations("deskActs.views");
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const name = scope.saved?.name ?? t("inbox");
  const choose = (run: () => void) => {
    setOpen(false);
    run();
  };
  const lists = [
    { title: t("shops"), views: views.filter(({ isPersonal }) => !isPersonal) },
    { title: t("own"), views: views.filter(({ isPersonal }) => isPersonal) },
  ].filter((list) => list.views.length > 0);
  return (
    <Popover
      open={isOpen}
      onOpenChange={(next) => {
        setOpen(next);
        // Counts are seen here alone, so this is when they are taken.
        if (next) void client.invalidateQueries({ queryKey: keys.views });
      }}
    >
      <PopoverTrigger asChild>
        <Button
          variant="ghost"
          aria-label={t("menuOf", { name })}
          data-view-menu
          className="-ml-2 max-w-32 gap-1 px-2 font-semibold text-sm"
        >
          <span className="truncate">{name}</span>
          <ChevronDown aria-hidden className="size-3.5 text-ink-3" />
        </Button>
      </PopoverTrigger>
      <PopoverContent className="w-72 p-0" aria-label={t("menu")}>
        <Command label={t("menu")} loop>
          <CommandInput placeholder={t("find")} maxLength={60} autoFocus />
          <CommandList className="max-h-80">
            <CommandEmpty>{t("noneFound")}</CommandEmpty>
            <CommandGroup>
              <CommandItem value={`inbox ${t("inbox")}`} onSelect={() => choose(onInbox)}>
                <Check aria-hidden className={scope.saved ? "size-3.5 opacity-0" : "size-3.5"} />
                {t("inbox")}
              </CommandItem>
            </CommandGroup>
            {lists.map((list) => (
              <CommandGroup key={list.title} heading={list.title}>
                {list.views.map((view) => (
                  <ViewItem
                    key={view.id}
                    view={view}
                    isCurrent={view.id === scope.saved?.id}
                    onChoose={() => choose(() => onChoose(view))}
                  />
                ))}
              </CommandGroup>
            ))}
          </CommandList>
          {views.length === 0 ? (
            <p className="border-t px-3 py-2 text-ink-3 text-xs">{hasFailed ? t("failed") : t("none")}</p>
          ) : null}
        </Command>
      </PopoverContent>
    </Popover>
  );
}

function ViewItem({
  view,
  isCurrent,
  onChoose,
}: {
  view: InboxViewDto;
  isCurrent: boolean;
  onChoose: () => void;
}) {
  const locale = useLocale();
  return (
    <CommandItem value={view.id} keywords={[view.name]} onSelect={onChoose} data-saved-view={view.id}>
      <Check aria-hidden className={isCurrent ? "size-3.5" : "size-3.5 opacity-0"} />
      <span className="min-w-0 flex-1 truncate">{view.name}</span>
      <span className="text-ink-3 text-xs tabular-nums">{formatNumber(view.count, locale)}</span>
    </CommandItem>
  );
}

/** From the keyboard. */
export function openViewMenu(): void {
  document.querySelector<HTMLButtonElement>("[data-view-menu]")?.click();
}
