import { type DateStyle, formatInstant } from "@/lib/core/dates";

export interface DateTimeProps {
  /** A UTC instant, ISO 8601. */
  value: string;
  locale: string;
  timeZone: string;
  display?: DateStyle;
  className?: string;
}

export function DateTime({ value, locale, timeZone, display = "dateTime", className }: DateTimeProps) {
  return (
    <time dateTime={value} className={className ?? "whitespace-nowrap"}>
      {formatInstant(value, { locale, timeZone, style: display })}
    </time>
  );
}
