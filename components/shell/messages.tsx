import type { ReactNode } from "react";
import type { Locale } from "@/lib/core/context";
import { type Area, areaMessages } from "@/lib/platform/i18n";
import { Words } from "./words";

interface MessagesProps {
  locale: Locale;
  timeZone: string;
  /** What the client components below need; `common` is always there. */
  areas: readonly Area[];
  children: ReactNode;
}

/** Gives the client components below their words, and no more words than they use. */
export function Messages({ locale, timeZone, areas, children }: MessagesProps) {
  return (
    <Words locale={locale} timeZone={timeZone} messages={areaMessages(locale, ["common", ...areas])}>
      {children}
    </Words>
  );
}
