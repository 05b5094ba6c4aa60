import type { ComponentProps } from "react";
import { cn } from "./cn";
import { controlClass } from "./control";

export function Textarea({ className, ...props }: ComponentProps<"textarea">) {
  return (
    <textarea
      data-slot="textarea"
      className={cn(controlClass, "field-sizing-content min-h-16 py-1.5 leading-5", className)}
      {...props}
    />
  );
}
