import Link from "next/link";
import type { ReactNode } from "react";
import { Pagination, PaginationStep } from "@/components/ui/pagination";

export interface CursorPagerProps {
  /** Addresses of the pages before and after; leave one out where there is none. */
  previousHref?: string;
  nextHref?: string;
  labels: { region: string; previous: string; next: string };
  /** What is shown now, such as "50 of 3,412 orders". */
  summary?: ReactNode;
}

export function CursorPager({ previousHref, nextHref, labels, summary }: CursorPagerProps) {
  if (!previousHref && !nextHref && !summary) return null;
  const step = (direction: "previous" | "next", label: string, href: string | undefined) => (
    <PaginationStep
      direction={direction}
      label={label}
      link={href ? (props) => <Link href={href} {...props} /> : undefined}
    />
  );
  return (
    <Pagination aria-label={labels.region} className="min-h-12 px-2.5">
      <span>{summary}</span>
      {previousHref || nextHref ? (
        <span className="flex gap-2">
          {step("previous", labels.previous, previousHref)}
          {step("next", labels.next, nextHref)}
        </span>
      ) : null}
    </Pagination>
  );
}
