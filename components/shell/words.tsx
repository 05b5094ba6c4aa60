"use client";

import type { ReactNode } from "react";
import { IntlProvider } from "use-intl";
import type { Locale } from "@/lib/core/context";
import type { Messages } from "@/lib/platform/i18n";

interface WordsProps {
  locale: Locale;
  timeZone: string;
  messages: Record<string, unknown>;
  children: ReactNode;
}

export function Words({ locale, timeZone, messages, children }: WordsProps) {
  return (
    <IntlProvider locale={locale} timeZone={timeZone} messages={messages as Messages}>
      {children}
    </IntlProvider>
  );
}
