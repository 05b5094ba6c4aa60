"use client";

import { Switch as SwitchPrimitive } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn";

export function Switch({ className, ...props }: ComponentProps<typeof SwitchPrimitive.Root>) {
  return (
    <SwitchPrimitive.Root
      data-slot="switch"
      className={cn(
        "relative inline-flex h-[18px] w-8 shrink-0 items-center rounded-full border border-field bg-chip transition-colors before:absolute before:-inset-1 before:content-[''] disabled:cursor-not-allowed disabled:opacity-50 data-[state=checked]:border-blue data-[state=checked]:bg-blue",
        className,
      )}
      {...props}
    >
      <SwitchPrimitive.Thumb
        data-slot="switch-thumb"
        className="block size-3 translate-x-0.5 rounded-full bg-ink-3 transition-transform data-[state=checked]:translate-x-[15px] data-[state=checked]:bg-paper"
      />
    </SwitchPrimitive.Root>
  );
}
