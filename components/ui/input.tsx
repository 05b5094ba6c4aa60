import type { ComponentProps } from "react";
import { cn } from "./cn";
import { controlClass } from "./control";

export function Input({ className, type = "text", ...props }: ComponentProps<"input">) {
  return (
    <input
      type={type}
      data-slot="input"
      className={cn(
        controlClass,
        "h-8 file:mr-2.5 file:h-full file:border-0 file:bg-transparent file:font-medium file:text-ink",
        className,
      )}
      {...props}
    />
  );
}
