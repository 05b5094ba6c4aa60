"use client";

import { useEffect, useState } from "react";
import { formatInstant } from "@/lib/core/dates";
import { formatRelative } from "./format-relative";

export interface RelativeTimeProps {
  /** A UTC instant, ISO 8601. */
  value: string;
  /** The server's now, so that the first drawing is the same on both sides. */
  now: string;
  locale: string;
  timeZone: string;
  display?: "long" | "short" | "narrow";
  className?: string;
}

/** Moves on once every half minute; the exact time is in the title. */
export function RelativeTime({ value, now, locale, timeZone, display, className }: RelativeTimeProps) {
  const [current, setCurrent] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setCurrent(new Date().toISOString()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <time
      dateTime={value}
      title={formatInstant(value, { locale, timeZone, style: "dateTime" })}
      className={className ?? "whitespace-nowrap"}
    >
      {formatRelative(value, current, locale, display)}
    </time>
  );
}
