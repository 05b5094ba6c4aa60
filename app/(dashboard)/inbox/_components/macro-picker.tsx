"use client";

import { Zap } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useStepWords } from "@/components/macros/use-step-words";
import { Badge } from "@/components/ui/badge";
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
import type { MacroDto } from "@/lib/service/macros/schemas";
import { useInbox } from "../_live/inbox-context";
import { useBulkActs } from "../_live/use-bulk-acts";
import { useLabels } from "../_live/use-labels";
import { useMacros } from "../_live/use-macros";

/** Runs a macro on the open conversation. */
export function MacroPicker({ conversation }: { conversation: ConversationSummaryDto }) {
  const t = useTranslations("deskActs.macros");
  const [isOpen, setOpen] = useState(false);
  const { runMacro } = useBulkActs();
  return (
    <Popover open={isOpen} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button variant="ghost" size="icon" aria-label={t("run")} title={t("run")} data-macro-picker>
          <Zap aria-hidden />
        </Button>
      </PopoverTrigger>
      <PopoverContent align="end" className="w-80 p-0" aria-label={t("run")}>
        <MacroMenu
          onChoose={(macro) => {
            setOpen(false);
            void runMacro([conversation], macro);
          }}
        />
      </PopoverContent>
    </Popover>
  );
}

/** All macros in a list that narrows while one types, and what the marked one would do. */
export function MacroMenu({ onChoose }: { onChoose: (macro: MacroDto) => void }) {
  const t = useTranslations("deskActs.macros");
  const common = useTranslations("common");
  const macros = useMacros();
  const [marked, setMarked] = useState("");
  const shown = macros.data?.find(({ id }) => id === marked);
  return (
    <Command label={t("run")} loop filter={matchName} value={marked} onValueChange={setMarked}>
      <CommandInput placeholder={t("find")} maxLength={60} autoFocus />
      <CommandList className="max-h-60">
        <CommandEmpty>
          {macros.isPending
            ? common("loading")
            : macros.isError
              ? t("loadFailed")
              : macros.data.length > 0
                ? t("noneFound")
                : t("noneYet")}
        </CommandEmpty>
        <CommandGroup>
          {(macros.data ?? []).map((macro) => (
            <CommandItem
              key={macro.id}
              value={macro.id}
              keywords={[macro.name]}
              onSelect={() => onChoose(macro)}
            >
              <span className="min-w-0 flex-1 truncate">{macro.name}</span>
              {macro.isPersonal ? <Badge>{t("own")}</Badge> : null}
            </CommandItem>
          ))}
        </CommandGroup>
      </CommandList>
      {shown ? <StepList macro={shown} /> : null}
      <p className="border-t px-3 py-2 text-xs">
        <Link href="/settings/macros" className="text-blue-ink underline underline-offset-2">
          {t("manage")}
        </Link>
      </p>
    </Command>
  );
}

function StepList({ macro }: { macro: MacroDto }) {
  const { members } = useInbox();
  const labels = useLabels();
  const { sentence } = useStepWords(labels.data ?? [], members);
  return (
    <ol
      data-testid="macro-steps"
      className="list-decimal border-t py-2 pr-3 pl-7 text-ink-2 text-xs marker:text-ink-3"
    >
      {macro.steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps have no other identity than their place
        <li key={index} className="py-px">
          <span className="line-clamp-2">{sentence(step)}</span>
        </li>
      ))}
    </ol>
  );
}

/** A name that begins with what is typed comes first. */
function matchName(_: string, search: string, keywords: string[] = []): number {
  const name = keywords.join(" ").toLowerCase();
  const wanted = search.trim().toLowerCase();
  return name.startsWith(wanted) ? 1 : name.includes(wanted) ? 0.5 : 0;
}

/** From the keyboard: the picker of the conversation that is open. */
export function openMacroPicker(): void {
  document.querySelector<HTMLButtonElement>("[data-macro-picker]")?.click();
}
