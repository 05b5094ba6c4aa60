"use client";

import { Search, X } from "lucide-react";
import { type RefObject, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { Input } from "@/components/ui/input";

const DEBOUNCE_MS = 250;

interface SearchFieldProps {
  value: string;
  onSearch: (q: string) => void;
  ref: RefObject<HTMLInputElement | null>;
}

export function SearchField({ value, onSearch, ref }: SearchFieldProps) {
  const t = useTranslations("inbox.search");
  const [typed, setTyped] = useState(value);
  const [applied, setApplied] = useState(value);
  if (value !== applied) {
    // The address changed elsewhere: a tab was chosen, or the browser went back.
    setApplied(value);
    if (typed.trim() !== value) setTyped(value);
  }
  useEffect(() => {
    if (typed.trim() === value) return;
    const timer = setTimeout(() => onSearch(typed.trim()), DEBOUNCE_MS);
    return () => clearTimeout(timer);
  }, [typed, value, onSearch]);
  const clear = () => {
    setTyped("");
    onSearch("");
    ref.current?.focus();
  };
  return (
    <search className="relative block">
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2.5 size-3.5 -translate-y-1/2 text-ink-3"
      />
      <Input
        ref={ref}
        // Not type="search": its own clear button cannot be named.
        inputMode="search"
        enterKeyHint="search"
        aria-label={t("label")}
        placeholder={t("placeholder")}
        value={typed}
        maxLength={200}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape" && typed) {
            event.stopPropagation();
            clear();
          }
        }}
        className="pr-8 pl-8"
      />
      {typed ? (
        <button
          type="button"
          aria-label={t("clear")}
          onClick={clear}
          className="absolute top-1 right-1 grid size-6 place-items-center rounded-sm text-ink-3 hover:text-ink"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      ) : null}
    </search>
  );
}
