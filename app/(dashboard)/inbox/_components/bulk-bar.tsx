"use client";

import { Bot, CircleCheck, Clock, Ellipsis, Hand, RotateCcw, Tag, UserRound, X, Zap } from "lucide-react";
import { type ComponentProps, useState } from "react";
import { useTranslations } from "use-intl";
import { ConfirmDialog } from "@/components/feedback/confirm-dialog";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuShortcut,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import type { MacroDto } from "@/lib/service/macros/schemas";
import { useInbox } from "../_live/inbox-context";
import type { useBulkActs } from "../_live/use-bulk-acts";
import type { Selection } from "../_live/use-selection";
import { useSnoozeChoices } from "../_live/use-snooze-choices";
import type { ListRow } from "../_live/views";
import { LabelMenu } from "./label-picker";
import { MacroMenu } from "./macro-picker";
import { SnoozeDialog } from "./snooze-dialog";

export interface BulkBarProps {
  rows: readonly ListRow[];
  selection: Selection;
  acts: ReturnType<typeof useBulkActs>;
}

/** Stands in the list's header while rows are chosen, and does one thing to them all. */
export function BulkBar({ rows, selection, acts }: BulkBarProps) {
  const t = useTranslations("deskActs.bulk");
  const act = useTranslations("inbox.act");
  const chosen = rows.filter(({ id }) => selection.ids.has(id));
  const isNone = chosen.length === 0;
  /** The bar goes with the selection once what was asked for has been done. */
  const perform = (run: (subjects: readonly ListRow[]) => Promise<boolean>) => {
    selection.clear();
    void run(chosen);
  };
  return (
    <section
      aria-label={t("region")}
      data-testid="bulk-bar"
      className="flex h-13 shrink-0 items-center border-b bg-blue-wash pr-1 pl-3"
    >
      <Checkbox
        aria-label={t("selectAll")}
        checked={isNone ? false : chosen.length === rows.length ? true : "indeterminate"}
        onCheckedChange={selection.toggleAll}
      />
      <p role="status" className="mr-auto min-w-0 truncate pl-1.5 font-medium text-compact tabular-nums">
        {isNone ? t("none") : t("selected", { count: chosen.length })}
      </p>
      <AssignMenu isOff={isNone} onChoose={(id) => perform((subjects) => acts.assign(subjects, id))} />
      <Popover>
        <PopoverTrigger asChild>
          <BarButton disabled={isNone} name={t("labels")} data-bulk-labels>
            <Tag aria-hidden />
          </BarButton>
        </PopoverTrigger>
        <PopoverContent className="w-64 p-0" aria-label={t("labels")}>
          <LabelMenu
            isOn={({ id }) =>
              !isNone && chosen.every(({ labels }) => labels.some((label) => label.id === id))
            }
            onChoose={(label) => void acts.toggleLabel(chosen, label)}
          />
        </PopoverContent>
      </Popover>
      <SnoozeMenu isOff={isNone} onChoose={(until) => perform((subjects) => acts.snooze(subjects, until))} />
      <BarButton disabled={isNone} name={t("resolve")} onClick={() => perform(acts.resolve)}>
        <CircleCheck aria-hidden />
      </BarButton>
      <MacroChoice
        count={chosen.length}
        onChoose={(macro) => perform((subjects) => acts.runMacro(subjects, macro))}
      />
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <BarButton disabled={isNone} name={t("more")}>
            <Ellipsis aria-hidden />
          </BarButton>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end" className="w-52">
          <DropdownMenuItem onSelect={() => perform(acts.takeOver)}>
            <Hand aria-hidden />
            {act("takeOver")}
            <DropdownMenuShortcut>T</DropdownMenuShortcut>
          </DropdownMenuItem>
          <DropdownMenuItem onSelect={() => perform(acts.handBack)}>
            <Bot aria-hidden />
            {act("handBack")}
            <DropdownMenuShortcut>B</DropdownMenuShortcut>
          </DropdownMenuItem>
          <DropdownMenuItem onSelect={() => perform(acts.reopen)}>
            <RotateCcw aria-hidden />
            {act("reopen")}
            <DropdownMenuShortcut>O</DropdownMenuShortcut>
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      <BarButton name={t("clear")} onClick={selection.clear}>
        <X aria-hidden />
      </BarButton>
    </section>
  );
}

/** An act of the bar: an icon, named for whoever cannot see it and for whoever points at it. */
function BarButton({ name, ...props }: ComponentProps<typeof Button> & { name: string }) {
  return <Button variant="ghost" size="icon" className="size-7" aria-label={name} title={name} {...props} />;
}

function AssignMenu({ isOff, onChoose }: { isOff: boolean; onChoose: (id: string | null) => void }) {
  const t = useTranslations("deskActs.bulk");
  const act = useTranslations("inbox.act");
  const { me, members } = useInbox();
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <BarButton disabled={isOff} name={t("assign")}>
          <UserRound aria-hidden />
        </BarButton>
      </DropdownMenuTrigger>
      <DropdownMenuContent className="max-h-80 w-52">
        {members.map(({ id, name }) => (
          <DropdownMenuItem key={id} onSelect={() => onChoose(id)}>
            {id === me.id ? act("assignToMe") : name}
          </DropdownMenuItem>
        ))}
        <DropdownMenuSeparator />
        <DropdownMenuItem onSelect={() => onChoose(null)}>{act("assignNobody")}</DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

function SnoozeMenu({ isOff, onChoose }: { isOff: boolean; onChoose: (until: Date) => void }) {
  const t = useTranslations("deskActs.bulk");
  const act = useTranslations("inbox.act");
  const choices = useSnoozeChoices();
  const [isChoosing, setChoosing] = useState(false);
  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <BarButton disabled={isOff} name={t("snooze")}>
            <Clock aria-hidden />
          </BarButton>
        </DropdownMenuTrigger>
        <DropdownMenuContent className="w-48">
          {choices.map(({ label, until }) => (
            <DropdownMenuItem key={label} onSelect={() => onChoose(until())}>
              {label}
            </DropdownMenuItem>
          ))}
          <DropdownMenuItem onSelect={() => setChoosing(true)}>{act("snoozeCustom")}</DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      <SnoozeDialog open={isChoosing} onOpenChange={setChoosing} onChoose={onChoose} />
    </>
  );
}

/** What would write to many customers at once is asked about first. */
function MacroChoice({ count, onChoose }: { count: number; onChoose: (macro: MacroDto) => void }) {
  const t = useTranslations("deskActs.macros");
  const common = useTranslations("common");
  const [isOpen, setOpen] = useState(false);
  const [asked, setAsked] = useState<MacroDto | null>(null);
  const replies = asked?.steps.filter(({ type }) => type === "reply").length ?? 0;
  return (
    <>
      <Popover open={isOpen} onOpenChange={setOpen}>
        <PopoverTrigger asChild>
          <BarButton disabled={count === 0} name={t("run")} data-bulk-macros>
            <Zap aria-hidden />
          </BarButton>
        </PopoverTrigger>
        <PopoverContent className="w-80 p-0" aria-label={t("run")}>
          <MacroMenu
            onChoose={(macro) => {
              setOpen(false);
              if (count > 1 && macro.steps.some(({ type }) => type === "reply")) setAsked(macro);
              else onChoose(macro);
            }}
          />
        </PopoverContent>
      </Popover>
      <ConfirmDialog
        open={asked !== null}
        onOpenChange={(next) => (next ? null : setAsked(null))}
        title={t("runTitle", { name: asked?.name ?? "", count })}
        description={t("runText", { count: replies * count })}
        labels={{ cancel: common("cancel"), confirm: t("runConfirm", { count }) }}
        pending={false}
        onConfirm={() => {
          if (asked) onChoose(asked);
          setAsked(null);
        }}
      />
    </>
  );
}
