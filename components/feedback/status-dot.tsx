import type { ReactNode } from "react";
import type { BadgeTone } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";

const dots: Record<BadgeTone, string> = {
  neutral: "bg-ink-3",
  blue: "bg-blue",
  jade: "bg-jade",
  amber: "bg-amber",
  cinnabar: "bg-cinnabar",
};

export interface StatusDotProps {
  tone: BadgeTone;
  /** The status in words: the colour never speaks alone. */
  children: ReactNode;
  /** A slow pulse for what is live at this moment. */
  live?: boolean;
  className?: string;
}

export function StatusDot({ tone, children, live, className }: StatusDotProps) {
  return (
    <span
      data-slot="status-dot"
      className={cn("inline-flex items-center gap-1.5 whitespace-nowrap", className)}
    >
      <span
        aria-hidden
        className={cn("size-1.5 shrink-0 rounded-full", dots[tone], live && "animate-pulse")}
      />
      {children}
    </span>
  );
}
