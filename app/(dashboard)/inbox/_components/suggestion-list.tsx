"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { cn } from "@/components/ui/cn";
import { menuItemClass } from "@/components/ui/menu-style";

interface SuggestionListProps {
  id: string;
  label: string;
  marked: number;
  optionId: (index: number) => string;
  items: { key: string; content: ReactNode }[];
  onMark: (index: number) => void;
  onChoose: (index: number) => void;
  /** In place of items, or below them. */
  foot?: ReactNode;
}

/** Stands over the field that it belongs to; the focus stays in the field. */
export function SuggestionList(props: SuggestionListProps) {
  const { id, label, marked, optionId, items, onMark, onChoose, foot } = props;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[marked]?.scrollIntoView({ block: "nearest" });
  }, [marked]);
  return (
    <div className="absolute inset-x-0 bottom-full z-30 mb-1.5 overflow-hidden rounded-lg bg-raised text-compact shadow-float">
      <div
        ref={list}
        id={id}
        role="listbox"
        aria-label={label}
        className={cn("max-h-[min(18rem,40dvh)] overflow-y-auto", items.length > 0 && "p-1")}
      >
        {items.map(({ key, content }, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the marked one
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys
          <div
            key={key}
            id={optionId(index)}
            role="option"
            aria-selected={index === marked}
            data-selected={index === marked}
            className={cn(menuItemClass, "cursor-pointer")}
            onPointerMove={() => onMark(index)}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onChoose(index)}
          >
            {content}
          </div>
        ))}
      </div>
      {foot ? <div className="border-t px-3 py-2 text-ink-3 text-xs first:border-t-0">{foot}</div> : null}
    </div>
  );
}
