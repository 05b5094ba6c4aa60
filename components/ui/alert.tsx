import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "./cn";

const alertVariants = cva(
  "grid grid-cols-[0_1fr] items-start gap-y-0.5 rounded-lg border px-3.5 py-2.5 text-compact has-[>svg]:grid-cols-[16px_1fr] has-[>svg]:gap-x-2.5 [&>svg]:mt-px [&>svg]:size-4",
  {
    variants: {
      tone: {
        neutral: "bg-surface text-ink [&>svg]:text-ink-3",
        blue: "border-blue/20 bg-blue-wash text-ink [&>svg]:text-blue-ink",
        jade: "border-jade/20 bg-jade-wash text-ink [&>svg]:text-jade-ink",
        amber: "border-amber/30 bg-amber-wash text-ink [&>svg]:text-amber-ink",
        cinnabar: "border-cinnabar/25 bg-cinnabar-wash text-ink [&>svg]:text-cinnabar-ink",
      },
    },
    defaultVariants: { tone: "neutral" },
  },
);

export interface AlertProps extends ComponentProps<"div">, VariantProps<typeof alertVariants> {}

/** Stands in the page from the start; give `role="alert"` only to one that appears after an act. */
export function Alert({ className, tone, ...props }: AlertProps) {
  return <div data-slot="alert" className={cn(alertVariants({ tone }), className)} {...props} />;
}

export function AlertTitle({ className, ...props }: ComponentProps<"div">) {
  return <div data-slot="alert-title" className={cn("col-start-2 font-semibold", className)} {...props} />;
}

export function AlertDescription({ className, ...props }: ComponentProps<"div">) {
  return (
    <div
      data-slot="alert-description"
      className={cn("col-start-2 text-ink-2 leading-5", className)}
      {...props}
    />
  );
}
