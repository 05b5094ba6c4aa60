"use client";

import { X } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import { Button } from "@/components/ui/button";
import { useSelection } from "./selection";

export interface BulkBarProps {
  locale: string;
  /** `selected` by plural form, with {count} in it: { one: "{count} order", other: "{count} orders" }. */
  labels: { selected: { one?: string; other: string }; clear: string; region: string };
  /** Buttons; each reads the chosen rows with `useSelection()`. */
  children: ReactNode;
}

/** Takes the header's place while rows are selected. Esc lets them go. */
export function BulkBar({ locale, labels, children }: BulkBarProps) {
  const { selected, clear, headerRef } = useSelection();
  const count = selected.size;
  useEffect(() => {
    if (count === 0) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented) clear();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [count, clear]);

  const form = new Intl.PluralRules(locale).select(count);
  const template = (form === "one" && labels.selected.one) || labels.selected.other;
  const text = template.replace("{count}", new Intl.NumberFormat(locale).format(count));
  return (
    <>
      <span role="status" className="sr-only">
        {count > 0 ? text : ""}
      </span>
      {count > 0 ? (
        <section
          aria-label={labels.region}
          data-slot="bulk-bar"
          className="absolute top-0 right-0 left-9 z-20 flex h-9 items-center gap-2 overflow-x-auto border-b bg-surface pr-2.5 text-compact"
        >
          <span aria-hidden className="mr-1 whitespace-nowrap font-medium">
            {text}
          </span>
          {children}
          <Button
            variant="ghost"
            size="sm"
            className="ml-auto"
            onClick={() => {
              clear();
              headerRef.current?.focus();
            }}
          >
            <X aria-hidden className="size-3.5" />
            {labels.clear}
          </Button>
        </section>
      ) : null}
    </>
  );
}
