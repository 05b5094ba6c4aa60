import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { hrefWith, type UrlParams } from "./href";

/** Where the table stands: `?sort=total` is ascending, `?sort=-total` descending. */
export interface TableSort {
  current: string | undefined;
  pathname: string;
  params: UrlParams;
  /** Parameters that a new order makes void. */
  resets?: string[];
}

export function sortDirection(
  column: string,
  current: string | undefined,
): "ascending" | "descending" | "none" {
  if (current === column) return "ascending";
  return current === `-${column}` ? "descending" : "none";
}

export interface ColumnHeaderSortProps {
  column: string;
  label: ReactNode;
  sort: TableSort;
  align?: "start" | "end";
}

/** First press descending, since the largest and the latest are what is looked for; then ascending. */
export function ColumnHeaderSort({ column, label, sort, align = "start" }: ColumnHeaderSortProps) {
  const direction = sortDirection(column, sort.current);
  const Icon = direction === "ascending" ? ArrowUp : direction === "descending" ? ArrowDown : ChevronsUpDown;
  const changes: Record<string, string | undefined> = {
    sort: direction === "descending" ? column : `-${column}`,
  };
  for (const name of sort.resets ?? ["cursor"]) changes[name] = undefined;
  return (
    <Link
      href={hrefWith(sort.pathname, sort.params, changes)}
      scroll={false}
      data-slot="column-header-sort"
      className={cn(
        "group -mx-1 inline-flex h-6 items-center gap-1 rounded-sm px-1 transition-colors hover:text-ink",
        align === "end" && "flex-row-reverse",
        direction !== "none" && "text-ink",
      )}
    >
      {label}
      <Icon
        aria-hidden
        className={cn(
          "size-3 shrink-0",
          direction === "none" && "opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100",
        )}
      />
    </Link>
  );
}
