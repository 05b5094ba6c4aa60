"use client";

import { CircleAlert, RotateCw } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";

export interface ErrorStateProps {
  /** What happened. */
  cause: ReactNode;
  /** What to do about it. */
  remedy?: ReactNode;
  requestId?: string;
  labels: { requestId: string; retry: string };
  /** Tries this region again, and it alone. */
  onRetry?: () => void;
  retrying?: boolean;
  /** Another way out, such as a link to the settings that are wrong. */
  action?: ReactNode;
  className?: string;
}

export function ErrorState(props: ErrorStateProps) {
  const { cause, remedy, requestId, labels, onRetry, retrying, action, className } = props;
  return (
    <div
      data-slot="error-state"
      role="alert"
      className={cn("flex flex-col items-center px-6 py-10 text-center", className)}
    >
      <span className="mb-3 grid size-10 place-items-center rounded-lg bg-cinnabar-wash text-cinnabar-ink">
        <CircleAlert aria-hidden className="size-5" strokeWidth={1.5} />
      </span>
      <p className="font-semibold text-sm">{cause}</p>
      {remedy ? <p className="mt-1 max-w-sm text-compact text-ink-3 leading-5">{remedy}</p> : null}
      {onRetry || action ? (
        <div className="mt-4 flex flex-wrap justify-center gap-2">
          {onRetry ? (
            <Button variant="outline" loading={retrying} onClick={onRetry}>
              <RotateCw aria-hidden />
              {labels.retry}
            </Button>
          ) : null}
          {action}
        </div>
      ) : null}
      {requestId ? (
        <p className="mt-4 text-ink-3 text-xs">
          {labels.requestId} <code className="select-all break-all font-mono">{requestId}</code>
        </p>
      ) : null}
    </div>
  );
}
