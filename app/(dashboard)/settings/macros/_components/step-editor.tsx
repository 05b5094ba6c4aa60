"use client";

import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { MAX_STEPS, type MacroStep, STEP_TYPES } from "@/lib/service/macros/schemas";
import type { Choices } from "./choices";
import { type DraftStep, moveStep, newStep, type Problem } from "./draft";
import { StepFields } from "./step-fields";

interface StepEditorProps {
  drafts: readonly DraftStep[];
  problems: ReadonlyMap<number, Problem>;
  isEmptyError: boolean;
  choices: Choices;
  onChange: (drafts: DraftStep[]) => void;
}

/** The steps in their order. Each moves by its buttons, or by Alt and an arrow from anywhere in it. */
export function StepEditor({ drafts, problems, isEmptyError, choices, onChange }: StepEditorProps) {
  const t = useTranslations("deskActs.macros");
  const list = useRef<HTMLOListElement>(null);
  const nextKey = useRef(drafts.length);
  const hasAdded = useRef(false);
  const [said, setSaid] = useState("");
  const itemAt = (place: number) => list.current?.children[place] as HTMLElement | undefined;

  const move = (place: number, step: 1 | -1) => {
    const to = place + step;
    if (to < 0 || to >= drafts.length) return;
    const focused = document.activeElement as HTMLElement | null;
    flushSync(() => onChange(moveStep(drafts, place, step)));
    // The browser lets go of the focus while the element changes place; at an end its button is off.
    focused?.focus();
    if (document.activeElement !== focused)
      itemAt(to)?.querySelector<HTMLElement>("button:not([disabled])")?.focus();
    setSaid(t("movedTo", { what: t(`type.${drafts[place]!.step.type}`), number: to + 1 }));
  };
  const onKeyDown = (event: KeyboardEvent, place: number) => {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    move(place, event.key === "ArrowUp" ? -1 : 1);
  };
  const add = (type: MacroStep["type"]) => {
    nextKey.current += 1;
    onChange([...drafts, { key: nextKey.current, step: newStep(type) }]);
    hasAdded.current = true;
  };
  // The menu hands the focus on when it is gone: were it moved earlier, a menu opened again would lose it and close.
  const focusAdded = (event: Event) => {
    if (!hasAdded.current) return;
    hasAdded.current = false;
    event.preventDefault();
    itemAt(drafts.length - 1)
      ?.querySelector<HTMLElement>("textarea, select, input, button")
      ?.focus();
  };
  return (
    <fieldset className="grid min-w-0 gap-2">
      <legend className="mb-1.5 font-medium text-compact">{t("steps")}</legend>
      <ol ref={list} className="grid gap-2">
        {drafts.map(({ key, step }, place) => (
          <li
            key={key}
            data-step={step.type}
            className="grid min-w-0 gap-2 rounded-md border px-3 py-2"
            onKeyDown={(event) => onKeyDown(event, place)}
          >
            <div className="flex items-center gap-1">
              <h3 className="mr-auto min-w-0 truncate font-medium text-compact">
                <span aria-hidden className="pr-1.5 text-ink-3 tabular-nums">
                  {place + 1}
                </span>
                {t(`type.${step.type}`)}
              </h3>
              <Button
                variant="ghost"
                size="icon"
                className="size-7"
                disabled={place === 0}
                aria-label={t("up", { number: place + 1 })}
                onClick={() => move(place, -1)}
              >
                <ArrowUp aria-hidden />
              </Button>
              <Button
                variant="ghost"
                size="icon"
                className="size-7"
                disabled={place === drafts.length - 1}
                aria-label={t("down", { number: place + 1 })}
                onClick={() => move(place, 1)}
              >
                <ArrowDown aria-hidden />
              </Button>
              <Button
                variant="ghost"
                size="icon"
                className="size-7"
                aria-label={t("remove", { number: place + 1 })}
                onClick={() => onChange(drafts.filter((each) => each.key !== key))}
              >
                <Trash2 aria-hidden />
              </Button>
            </div>
            <StepFields
              step={step}
              choices={choices}
              onChange={(next) =>
                onChange(drafts.map((each) => (each.key === key ? { key, step: next } : each)))
              }
            />
            <ProblemLine problem={problems.get(place)} />
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap items-center gap-3">
        <DropdownMenu>
          <DropdownMenuTrigger asChild>
            <Button variant="outline" disabled={drafts.length >= MAX_STEPS}>
              <Plus aria-hidden />
              {t("add")}
            </Button>
          </DropdownMenuTrigger>
          <DropdownMenuContent onCloseAutoFocus={focusAdded}>
            {STEP_TYPES.map((type) => (
              <DropdownMenuItem key={type} onSelect={() => add(type)}>
                {t(`type.${type}`)}
              </DropdownMenuItem>
            ))}
          </DropdownMenuContent>
        </DropdownMenu>
        {drafts.length > 1 ? <p className="text-ink-3 text-xs">{t("keysHint")}</p> : null}
      </div>
      {isEmptyError ? (
        <p role="alert" className="text-cinnabar-ink text-xs">
          {t("problem.steps")}
        </p>
      ) : null}
      <p role="status" className="sr-only">
        {said}
      </p>
    </fieldset>
  );
}

function ProblemLine({ problem }: { problem: Problem | undefined }) {
  const t = useTranslations("deskActs.macros.problem");
  if (!problem) return null;
  return (
    <p role="alert" className="text-cinnabar-ink text-xs">
      {problem.kind === "variable" ? t("variable", { name: problem.variable }) : t(problem.kind)}
    </p>
  );
}
