import type { ComponentProps } from "react";
import { cn } from "./cn";
import { ScrollArea } from "./scroll-area";

export interface TableProps extends ComponentProps<"table"> {
  /** Names the table for those who do not see it. */
  label: string;
  /** For a table that scrolls within a given height; its heads then stay in sight. */
  scrollClassName?: string;
}

export function Table({ className, label, scrollClassName, ...props }: TableProps) {
  return (
    <ScrollArea
      label={label}
      orientation={scrollClassName ? "both" : "horizontal"}
      data-slot="table-container"
      className={cn("relative w-full", scrollClassName)}
    >
      <table
        data-slot="table"
        aria-label={label}
        className={cn(
          "w-full border-separate border-spacing-0 text-compact",
          scrollClassName &&
            "[&_thead_th]:sticky [&_thead_th]:top-0 [&_thead_th]:z-10 [&_thead_th]:bg-surface",
          className,
        )}
        {...props}
      />
    </ScrollArea>
  );
}

export function TableHeader({ className, ...props }: ComponentProps<"thead">) {
  return <thead data-slot="table-header" className={className} {...props} />;
}

export function TableBody({ className, ...props }: ComponentProps<"tbody">) {
  return (
    <tbody data-slot="table-body" className={cn("[&_tr:last-child>*]:border-b-0", className)} {...props} />
  );
}

export function TableFooter({ className, ...props }: ComponentProps<"tfoot">) {
  return (
    <tfoot
      data-slot="table-footer"
      className={cn("font-medium [&_td]:border-t [&_td]:border-b-0", className)}
      {...props}
    />
  );
}

export function TableRow({ className, ...props }: ComponentProps<"tr">) {
  return (
    <tr
      data-slot="table-row"
      className={cn(
        "data-[state=selected]:bg-blue-wash [tbody>&]:hover:not-data-[state=selected]:bg-hover",
        className,
      )}
      {...props}
    />
  );
}

export function TableHead({ className, scope = "col", ...props }: ComponentProps<"th">) {
  return (
    <th
      data-slot="table-head"
      scope={scope}
      className={cn(
        "h-9 whitespace-nowrap border-b px-2.5 text-left font-medium text-ink-3 text-xs",
        className,
      )}
      {...props}
    />
  );
}

export function TableCell({ className, ...props }: ComponentProps<"td">) {
  return (
    <td data-slot="table-cell" className={cn("h-[37px] border-b px-2.5 py-1.5", className)} {...props} />
  );
}

export function TableCaption({ className, ...props }: ComponentProps<"caption">) {
  return (
    <caption
      data-slot="table-caption"
      className={cn("caption-bottom py-2 text-ink-3 text-xs", className)}
      {...props}
    />
  );
}
