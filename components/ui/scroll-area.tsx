"use client";

import { type ComponentProps, useEffect, useRef, useState } from "react";
import { cn } from "./cn";

export interface ScrollAreaProps extends ComponentProps<"section"> {
  /** Names the region once it can be scrolled by keyboard. */
  label: string;
  orientation?: "horizontal" | "vertical" | "both";
}

const overflow = {
  horizontal: "overflow-x-auto",
  vertical: "overflow-y-auto",
  both: "overflow-auto",
} as const;

/** The browser's own scrolling; a tab stop only while there is something to scroll. */
export function ScrollArea({ className, label, orientation = "vertical", ...props }: ScrollAreaProps) {
  const ref = useRef<HTMLElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () =>
      setScrolls(
        element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1,
      );
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, []);
  return (
    <section
      ref={ref}
      data-slot="scroll-area"
      {...(scrolls ? { tabIndex: 0, "aria-label": label } : {})}
      className={cn(overflow[orientation], "min-w-0 focus-visible:-outline-offset-2", className)}
      {...props}
    />
  );
}
