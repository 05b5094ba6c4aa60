"use client";

import { Check, MessageSquare, Search } from "lucide-react";
import Link from "next/link";
import type { KeyboardEvent } from "react";
import { useFormatter, useLocale, useTranslations } from "use-intl";
import { RowCheckbox } from "@/components/data-table/selection";
import { RelativeTime } from "@/components/format/relative-time";
import { IntentPicker } from "@/components/intents/intent-picker";
import type { IntentChoice } from "@/components/intents/intent-words";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Kbd } from "@/components/ui/kbd";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import type { ReviewItemDto } from "@/lib/service/understanding/schemas";

interface ReviewRowProps {
  item: ReviewItemDto;
  isCurrent: boolean;
  /** What Enter would confirm. */
  choice: string;
  nameOf: (id: string) => string;
  choices: readonly IntentChoice[];
  lowConfidence: number;
  canWrite: boolean;
  isPicking: boolean;
  onPicking: (open: boolean) => void;
  onFocus: () => void;
  onDecide: (intent: string) => void;
  onSkip: () => void;
  now: string;
  timeZone: string;
}

const GUESSES = 3;
const SHORT = 60;

/** A message, what it was read as, and the acts that settle it. */
export function ReviewRow(props: ReviewRowProps) {
  const { item, isCurrent, choice, nameOf, canWrite } = props;
  const t = useTranslations("understanding.review");
  const languages = useTranslations("understanding.language");
  const locale = useLocale();
  const language = (["zh", "en", "es"] as const).find((known) => known === item.language) ?? "other";
  const guesses = [{ id: item.intent, confidence: item.confidence }, ...item.alternatives].slice(0, GUESSES);
  const short = item.text.length > SHORT ? `${item.text.slice(0, SHORT)}…` : item.text;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.target !== event.currentTarget || !canWrite) return;
    event.preventDefault();
    props.onDecide(choice);
  };
  return (
    <li
      data-review={item.messageId}
      tabIndex={isCurrent ? 0 : -1}
      aria-current={isCurrent ? "true" : undefined}
      aria-label={short}
      onFocus={props.onFocus}
      onKeyDown={onKeyDown}
      className={cn(
        "relative flex gap-3 px-2.5 py-3 -outline-offset-2 before:absolute before:inset-y-0 before:left-0 before:w-0.5",
        isCurrent && "before:bg-blue",
      )}
    >
      {canWrite ? (
        <span className="pt-0.5">
          <RowCheckbox id={item.messageId} label={t("select", { text: short })} />
        </span>
      ) : null}
      <div className="grid min-w-0 flex-1 gap-x-6 gap-y-2 lg:grid-cols-[minmax(0,5fr)_minmax(0,5fr)_auto]">
        <div className="min-w-0">
          <p
            lang={language === "other" ? undefined : language}
            className="line-clamp-4 whitespace-pre-wrap break-words"
          >
            {item.text}
          </p>
          <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-3 text-xs">
            <span>{languages(language)}</span>·<span>{item.customerName ?? t("visitor")}</span>·
            <RelativeTime value={item.createdAt} now={props.now} locale={locale} timeZone={props.timeZone} />
            {item.reasons.map((reason) => (
              <Badge key={reason} tone={reason === "negative_rating" ? "cinnabar" : "amber"}>
                {t(`reason.${reason}`)}
              </Badge>
            ))}
          </p>
        </div>
        <div className="flex min-w-0 flex-wrap content-start gap-1.5">
          <Guesses
            guesses={guesses}
            choice={choice}
            nameOf={nameOf}
            onChoose={canWrite ? props.onDecide : undefined}
          />
          {canWrite ? <OtherIntent {...props} guesses={guesses} short={short} /> : null}
        </div>
        <div className="flex flex-wrap content-start items-start gap-1.5 lg:justify-end">
          {canWrite ? (
            <>
              <Button
                variant={isCurrent ? "default" : "outline"}
                className="h-7"
                onClick={() => props.onDecide(choice)}
              >
                <Check aria-hidden />
                {t("confirm")}
              </Button>
              <Button variant="ghost" className="h-7" onClick={props.onSkip}>
                {t("skip")}
              </Button>
            </>
          ) : null}
          <Button variant="ghost" asChild className="h-7 px-2 text-ink-3">
            <Link href={`/inbox/${item.conversationId}`} aria-label={t("open")} title={t("open")}>
              <MessageSquare aria-hidden />
            </Link>
          </Button>
        </div>
      </div>
    </li>
  );
}

interface GuessesProps {
  guesses: { id: string; confidence: number }[];
  choice: string;
  nameOf: (id: string) => string;
  onChoose: ((intent: string) => void) | undefined;
}

/** One press settles it; what the number keys have chosen is framed. */
function Guesses({ guesses, choice, nameOf, onChoose }: GuessesProps) {
  const format = useFormatter();
  const percent = (value: number) => format.number(value, { style: "percent", maximumFractionDigits: 0 });
  return (
    <ul className="contents">
      {guesses.map(({ id, confidence }, index) => (
        <li key={id} className="min-w-0">
          <button
            type="button"
            disabled={!onChoose}
            aria-pressed={onChoose ? id === choice : undefined}
            data-guess={index + 1}
            onClick={() => onChoose?.(id)}
            className={cn(
              "relative flex h-7 max-w-full items-center gap-2 overflow-hidden rounded-md border px-2 text-compact transition-colors enabled:hover:bg-hover",
              id === choice ? "border-blue text-ink" : "border-line-strong text-ink-2",
            )}
          >
            <span
              aria-hidden
              className="absolute inset-y-0 left-0 bg-blue/8"
              style={{ width: percent(confidence).replace(/[^\d]/g, "").concat("%") }}
            />
            {onChoose ? <Kbd className="relative max-sm:hidden">{index + 1}</Kbd> : null}
            <span className="relative truncate">{nameOf(id)}</span>
            <span className="relative text-ink-3 text-xs">{percent(confidence)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function OtherIntent(
  props: ReviewRowProps & { guesses: { id: string; confidence: number }[]; short: string },
) {
  const t = useTranslations("understanding.review");
  const format = useFormatter();
  return (
    <Popover open={props.isPicking} onOpenChange={props.onPicking}>
      <PopoverTrigger asChild>
        <Button variant="ghost" className="h-7 px-2 text-ink-3">
          <Search aria-hidden className="size-3.5" />
          {t("other")}
        </Button>
      </PopoverTrigger>
      <PopoverContent className="w-80 p-0" aria-label={t("otherFor", { text: props.short })}>
        <IntentPicker
          choices={props.choices}
          value={props.choice}
          suggestions={props.guesses.map(({ id, confidence }) => ({
            id,
            note: format.number(confidence, { style: "percent", maximumFractionDigits: 0 }),
          }))}
          onChoose={props.onDecide}
        />
      </PopoverContent>
    </Popover>
  );
}
