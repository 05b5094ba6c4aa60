import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";

interface StepProps {
  number: number;
  title: string;
  state: "done" | "current" | "waiting";
  /** Said of a step whose turn has not come. */
  hint?: string;
  children?: ReactNode;
}

export function Step({ number, title, state, hint, children }: StepProps) {
  const id = `step-${number}`;
  return (
    <Card role="group" aria-labelledby={id} data-state={state}>
      <div className="flex items-center gap-2.5 px-4 pt-3.5 pb-3">
        <span
          aria-hidden
          className={cn(
            "grid size-5 place-items-center rounded-full font-medium text-xs",
            state === "done" && "bg-jade-wash text-jade-ink",
            state === "current" && "bg-ink text-paper",
            state === "waiting" && "bg-chip text-ink-3",
          )}
        >
          {state === "done" ? <Check className="size-3.5" /> : number}
        </span>
        <h2 id={id} className={cn("font-semibold text-sm", state === "waiting" && "text-ink-3")}>
          {title}
        </h2>
      </div>
      {state === "waiting" ? (
        <p className="px-4 pb-3.5 pl-[46px] text-compact text-ink-3">{hint}</p>
      ) : (
        <div className="px-4 pb-4">{children}</div>
      )}
    </Card>
  );
}
