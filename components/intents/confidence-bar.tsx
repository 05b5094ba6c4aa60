import { formatPercent } from "@/components/format/format-number";
import { cn } from "@/components/ui/cn";

export interface ConfidenceBarProps {
  /** 0–1. */
  value: number;
  locale: string;
  /** Below it the guess is not to be acted on. */
  threshold?: number;
  className?: string;
}

/** A probability as a figure with its length beside it; amber where the guess is uncertain. */
export function ConfidenceBar({ value, locale, threshold = 0, className }: ConfidenceBarProps) {
  const isUncertain = value < threshold;
  return (
    <span className={cn("inline-flex items-center gap-2 whitespace-nowrap", className)}>
      <span aria-hidden className="relative h-1.5 min-w-12 flex-1 rounded-full bg-ink/10">
        <span
          className={cn("absolute inset-y-0 left-0 rounded-full", isUncertain ? "bg-amber" : "bg-blue")}
          style={{ width: `${Math.round(value * 100)}%` }}
        />
        {threshold > 0 ? (
          <span
            className="absolute -inset-y-0.5 w-px bg-ink-3"
            style={{ left: `${Math.round(threshold * 100)}%` }}
          />
        ) : null}
      </span>
      <span className={cn("w-10 text-right", isUncertain && "text-amber-ink")}>
        {formatPercent(value, locale, { fractionDigits: 0 })}
      </span>
    </span>
  );
}
