import type { ComponentProps } from "react";
import { cn } from "./cn";

export function Kbd({ className, ...props }: ComponentProps<"kbd">) {
  return (
    <kbd
      data-slot="kbd"
      className={cn(
        "inline-flex h-4 min-w-4 items-center justify-center rounded-[4px] border border-line-strong px-1 font-sans text-ink-3 text-micro leading-none in-data-[slot=button]:border-current/30 in-data-[slot=button]:text-inherit",
        className,
      )}
      {...props}
    />
  );
}
