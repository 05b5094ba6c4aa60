import type { ComponentProps } from "react";
import { cn } from "./cn";

export interface ProgressProps extends Omit<ComponentProps<"div">, "children"> {
  /** 0 to 100; leave out while the end is not known. */
  value?: number;
  label: string;
  /** What is read instead of the bare percentage, such as "320 of 1,000 rows". */
  valueText?: string;
}

export function Progress({ value, label, valueText, className, ...props }: ProgressProps) {
  const known = value === undefined ? undefined : Math.min(100, Math.max(0, value));
  return (
    <div
      data-slot="progress"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={known}
      aria-valuetext={valueText}
      className={cn("h-1.5 w-full overflow-hidden rounded-full bg-ink/10", className)}
      {...props}
    >
      <div
        data-slot="progress-indicator"
        className={cn(
          "h-full rounded-full bg-blue transition-[width]",
          known === undefined && "w-1/3 animate-pulse",
        )}
        style={known === undefined ? undefined : { width: `${known}%` }}
      />
    </div>
  );
}
