import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { Skeleton } from "@/components/ui/skeleton";

/** Says once, for those who listen, that the region is on its way. */
export function Loading({
  label,
  children,
  className,
}: {
  label: string;
  children: ReactNode;
  className?: string;
}) {
  return (
    <div role="status" aria-busy className={className}>
      <span className="sr-only">{label}</span>
      {children}
    </div>
  );
}

// Fixed unequal widths: a column of equal bars reads as a barcode, random ones would differ on each side.
const widths = ["w-3/5", "w-2/5", "w-1/2", "w-4/5", "w-1/3"] as const;

export function TableSkeleton({ rows = 8, columns = 5 }: { rows?: number; columns?: number }) {
  return (
    <Card data-slot="table-skeleton" aria-hidden>
      <div className="flex h-9 items-center gap-5 border-b px-2.5">
        {Array.from({ length: columns }, (_, column) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the bars have no other identity
          <div key={column} className={column === 0 ? "flex-2" : "flex-1"}>
            <Skeleton className="h-2.5 w-14" />
          </div>
        ))}
      </div>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the bars have no other identity
        <div key={row} className="flex h-[37px] items-center gap-5 border-b px-2.5 last:border-b-0">
          {Array.from({ length: columns }, (_, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the bars have no other identity
            <div key={column} className={column === 0 ? "flex-2" : "flex-1"}>
              <Skeleton className={cn("h-3", widths[(row * 2 + column * 3) % widths.length])} />
            </div>
          ))}
        </div>
      ))}
    </Card>
  );
}

export function KpiRowSkeleton({ count = 4 }: { count?: number }) {
  return (
    <div data-slot="kpi-row-skeleton" aria-hidden className="grid grid-cols-2 gap-3.5 lg:grid-cols-4">
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the cards have no other identity
        <Card key={index} className="grid h-[102px] content-between px-4 py-4">
          <Skeleton className="h-3 w-20" />
          <Skeleton className="h-6 w-32" />
          <Skeleton className="h-2.5 w-24" />
        </Card>
      ))}
    </div>
  );
}

export function ChartSkeleton({ height = 240 }: { height?: number }) {
  return (
    <Card data-slot="chart-skeleton" aria-hidden className="px-4 pt-4 pb-3">
      <div className="mb-3 flex items-center justify-between">
        <Skeleton className="h-3 w-24" />
        <Skeleton className="h-3 w-40" />
      </div>
      <div className="flex flex-col justify-between py-2" style={{ height }}>
        {[0, 1, 2, 3, 4].map((line) => (
          <div key={line} className="flex items-center gap-3">
            <Skeleton className="h-2 w-7" />
            <div className="h-px flex-1 bg-line" />
          </div>
        ))}
      </div>
      <Skeleton className="mt-2 h-2.5 w-44" />
    </Card>
  );
}

export function PageHeaderSkeleton() {
  return (
    <div aria-hidden className="mb-4 flex items-center justify-between">
      <div className="grid gap-2">
        <Skeleton className="h-5 w-44" />
        <Skeleton className="h-3 w-72 max-w-[60vw]" />
      </div>
      <Skeleton className="h-8 w-28 rounded-md" />
    </div>
  );
}
