import { ChevronLeft, ChevronRight } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { buttonVariants } from "./button";
import { cn } from "./cn";

export function Pagination({ className, ...props }: ComponentProps<"nav"> & { "aria-label": string }) {
  return (
    <nav
      data-slot="pagination"
      className={cn("flex items-center justify-between gap-3 text-ink-3 text-xs", className)}
      {...props}
    />
  );
}

export interface PaginationStepProps {
  direction: "previous" | "next";
  label: ReactNode;
  /** Draws the link; without it the step is shown as out of reach. */
  link?: (props: { className: string; rel: string; children: ReactNode }) => ReactNode;
}

/** One step by cursor. There are no page numbers: lists are paged by cursor. */
export function PaginationStep({ direction, label, link }: PaginationStepProps) {
  const className = cn(buttonVariants({ variant: "outline" }), "gap-1");
  const children = (
    <>
      {direction === "previous" ? <ChevronLeft aria-hidden className="-ml-1" /> : null}
      {label}
      {direction === "next" ? <ChevronRight aria-hidden className="-mr-1" /> : null}
    </>
  );
  if (link) return link({ className, rel: direction === "previous" ? "prev" : "next", children });
  return (
    <button type="button" disabled className={className}>
      {children}
    </button>
  );
}
