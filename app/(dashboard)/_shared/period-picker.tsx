"use client";

import { useRouter } from "next/navigation";
import { hrefWith, type UrlParams } from "@/components/data-table/href";
import { DateRange, type DateRangeProps } from "@/components/ui/date-range";

interface PeriodPickerProps extends Omit<DateRangeProps, "onChange"> {
  /** The page's own address, and its parameters, which stay as they are. */
  pathname: string;
  params?: UrlParams;
}

/** The period lives in the address: it survives a reload and can be sent to a colleague. */
export function PeriodPicker({ pathname, params = {}, ...props }: PeriodPickerProps) {
  const router = useRouter();
  return (
    <DateRange
      {...props}
      onChange={({ from, to }) => router.push(hrefWith(pathname, params, { from, to }))}
    />
  );
}
