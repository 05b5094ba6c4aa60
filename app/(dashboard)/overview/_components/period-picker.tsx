"use client";

import { useRouter } from "next/navigation";
import { DateRange, type DateRangeProps } from "@/components/ui/date-range";

/** The period lives in the address: it survives a reload and can be sent to a colleague. */
export function PeriodPicker(props: Omit<DateRangeProps, "onChange">) {
  const router = useRouter();
  return <DateRange {...props} onChange={({ from, to }) => router.push(`/overview?from=${from}&to=${to}`)} />;
}
