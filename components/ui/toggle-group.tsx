"use client";

import { ToggleGroup as ToggleGroupPrimitive } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn";

export function ToggleGroup({ className, ...props }: ComponentProps<typeof ToggleGroupPrimitive.Root>) {
  return (
    <ToggleGroupPrimitive.Root
      data-slot="toggle-group"
      className={cn(
        "inline-flex w-fit items-center gap-0.5 rounded-md border border-line-strong bg-surface p-0.5",
        className,
      )}
      {...props}
    />
  );
}

export function ToggleGroupItem({ className, ...props }: ComponentProps<typeof ToggleGroupPrimitive.Item>) {
  return (
    <ToggleGroupPrimitive.Item
      data-slot="toggle-group-item"
      className={cn(
        "inline-flex h-[26px] min-w-[26px] items-center justify-center gap-1.5 rounded-sm px-2 text-ink-2 text-xs transition-colors hover:text-ink disabled:opacity-50 data-[state=on]:bg-chip data-[state=on]:font-medium data-[state=on]:text-ink [&_svg]:size-4",
        className,
      )}
      {...props}
    />
  );
}
