"use client";

import { ChevronDown, ChevronLeft, ChevronRight } from "lucide-react";
import type { ComponentProps } from "react";
import { DayPicker } from "react-day-picker";
import { buttonVariants } from "./button";
import { cn } from "./cn";

/** Month grid; pass `locale` from react-day-picker/locale and the merchant's `timeZone`. */
export function Calendar({ className, classNames, ...props }: ComponentProps<typeof DayPicker>) {
  const step = cn(buttonVariants({ variant: "ghost", size: "icon" }), "size-7");
  return (
    <DayPicker
      data-slot="calendar"
      showOutsideDays
      className={cn("w-fit text-compact", className)}
      classNames={{
        months: "relative flex flex-col gap-4 sm:flex-row",
        month: "grid content-start gap-2",
        nav: "absolute inset-x-0 top-0 flex items-center justify-between",
        button_previous: step,
        button_next: step,
        month_caption: "flex h-7 items-center justify-center font-semibold",
        caption_label: "text-compact",
        month_grid: "border-collapse",
        weekday: "h-7 w-8 font-normal text-ink-3 text-xs",
        day: "group size-8 p-0 text-center",
        day_button:
          "grid size-8 place-items-center rounded-md transition-colors hover:bg-hover disabled:pointer-events-none group-data-[today=true]:font-semibold group-data-[today=true]:text-blue-ink",
        selected:
          "bg-blue-wash text-blue-ink [&:not(.range-middle)>button]:bg-ink [&:not(.range-middle)>button]:text-paper!",
        range_start: "rounded-l-md",
        range_middle: "range-middle",
        range_end: "rounded-r-md",
        outside: "text-ink-3",
        disabled: "opacity-50",
        hidden: "invisible",
        ...classNames,
      }}
      components={{
        Chevron: ({ orientation }) => {
          const Icon =
            orientation === "left" ? ChevronLeft : orientation === "right" ? ChevronRight : ChevronDown;
          return <Icon aria-hidden className="size-4" />;
        },
      }}
      {...props}
    />
  );
}
