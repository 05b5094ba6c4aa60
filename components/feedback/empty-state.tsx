import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

export interface EmptyStateProps {
  icon: LucideIcon;
  title: ReactNode;
  /** What will appear here, and when. */
  description?: ReactNode;
  /** The act that fills the page. */
  action?: ReactNode;
  className?: string;
}

/** Nothing has ever been here. For filters that match nothing, see `NoResults`. */
export function EmptyState({ icon: Icon, title, description, action, className }: EmptyStateProps) {
  return (
    <div
      data-slot="empty-state"
      className={cn("flex flex-col items-center px-6 py-14 text-center", className)}
    >
      <span className="mb-3 grid size-10 place-items-center rounded-lg border bg-paper text-ink-3">
        <Icon aria-hidden className="size-5" strokeWidth={1.5} />
      </span>
      <p className="font-semibold text-sm">{title}</p>
      {description ? <p className="mt-1 max-w-sm text-compact text-ink-3 leading-5">{description}</p> : null}
      {action ? <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </div>
  );
}
