import { Loading } from "@/components/feedback/page-skeletons";
import { cn } from "@/components/ui/cn";
import { Skeleton } from "@/components/ui/skeleton";

const NAMES = ["w-16", "w-24", "w-20", "w-14"] as const;
const PREVIEWS = ["w-4/5", "w-3/5", "w-11/12", "w-2/3"] as const;

export function ListSkeleton({ label, rows = 8 }: { label: string; rows?: number }) {
  return (
    <Loading label={label}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the bars have no other identity
        <div key={row} className="grid h-[88px] content-center gap-2.5 border-b pr-3.5 pl-9.5">
          <div className="flex justify-between">
            <Skeleton className={cn("h-3", NAMES[row % NAMES.length])} />
            <Skeleton className="h-3 w-10" />
          </div>
          <Skeleton className={cn("h-3", PREVIEWS[row % PREVIEWS.length])} />
          <Skeleton className="h-4 w-20" />
        </div>
      ))}
    </Loading>
  );
}

export function MessagesSkeleton({ label }: { label: string }) {
  return (
    <Loading label={label} className="grid gap-3 px-5 py-4">
      <Skeleton className="h-14 w-52 rounded-xl" />
      <Skeleton className="ml-auto h-20 w-80 max-w-full rounded-xl" />
      <Skeleton className="h-14 w-64 rounded-xl" />
      <Skeleton className="ml-auto h-14 w-72 max-w-full rounded-xl" />
    </Loading>
  );
}

export function PanelSkeleton({ label }: { label: string }) {
  return (
    <Loading label={label} className="grid gap-3 p-4">
      <Skeleton className="h-4 w-28" />
      <Skeleton className="h-3 w-40" />
      <Skeleton className="mt-2 h-12" />
      <Skeleton className="mt-4 h-3 w-20" />
      <Skeleton className="h-4" />
      <Skeleton className="h-4" />
      <Skeleton className="h-4" />
    </Loading>
  );
}
