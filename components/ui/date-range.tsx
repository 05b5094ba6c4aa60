"use client";

import { CalendarDays, ChevronDown } from "lucide-react";
import { useState } from "react";
import type { DateRange as PickedRange } from "react-day-picker";
import { enUS, es, zhCN } from "react-day-picker/locale";
import { Button } from "./button";
import { Calendar } from "./calendar";
import { type DayRange, formatDayRange } from "./format-day-range";
import { Popover, PopoverContent, PopoverTrigger } from "./popover";

export interface DateRangeProps {
  value: DayRange;
  onChange: (range: DayRange) => void;
  locale: string;
  /** Today on the merchant's calendar; later days cannot be picked. */
  today: string;
  /** Ready-made ranges, such as the last 28 days. */
  presets?: { label: string; range: DayRange }[];
  labels: { region: string; apply: string };
  className?: string;
}

const locales: Record<string, typeof enUS> = { en: enUS, es, zh: zhCN };

// The picker thinks in the browser's own calendar; noon keeps the day whole under any daylight saving.
const toDate = (day: string) => new Date(`${day}T12:00:00`);
const toDay = (date: Date) =>
  [
    String(date.getFullYear()).padStart(4, "0"),
    String(date.getMonth() + 1).padStart(2, "0"),
    String(date.getDate()).padStart(2, "0"),
  ].join("-");

export function DateRange({
  value,
  onChange,
  locale,
  today,
  presets = [],
  labels,
  className,
}: DateRangeProps) {
  const [open, setOpen] = useState(false);
  const [picked, setPicked] = useState<PickedRange | undefined>();
  const take = (range: DayRange) => {
    onChange(range);
    setOpen(false);
  };
  const now = toDate(today);
  return (
    <Popover
      open={open}
      onOpenChange={(next) => {
        setPicked({ from: toDate(value.from), to: toDate(value.to) });
        setOpen(next);
      }}
    >
      <PopoverTrigger asChild>
        <Button variant="outline" className={className}>
          <CalendarDays aria-hidden className="text-ink-3" />
          {formatDayRange(value, locale)}
          <ChevronDown aria-hidden className="text-ink-3" />
        </Button>
      </PopoverTrigger>
      <PopoverContent align="end" aria-label={labels.region} className="flex w-auto flex-col p-0 sm:flex-row">
        {presets.length > 0 ? (
          <div className="flex flex-wrap gap-0.5 border-b p-2 sm:w-44 sm:flex-col sm:border-r sm:border-b-0">
            {presets.map(({ label, range }) => (
              <Button
                key={label}
                variant="ghost"
                className="justify-start font-normal"
                aria-pressed={range.from === value.from && range.to === value.to}
                onClick={() => take(range)}
              >
                {label}
              </Button>
            ))}
          </div>
        ) : null}
        <div className="grid gap-3 p-3">
          <Calendar
            mode="range"
            locale={locales[locale.split("-")[0] ?? "en"] ?? enUS}
            selected={picked}
            onSelect={setPicked}
            defaultMonth={toDate(value.from)}
            today={now}
            disabled={{ after: now }}
          />
          <Button
            className="justify-self-end"
            disabled={!picked?.from}
            onClick={() => {
              if (picked?.from) take({ from: toDay(picked.from), to: toDay(picked.to ?? picked.from) });
            }}
          >
            {labels.apply}
          </Button>
        </div>
      </PopoverContent>
    </Popover>
  );
}
