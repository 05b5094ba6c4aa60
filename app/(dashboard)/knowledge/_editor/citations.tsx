"use client";

import Link from "next/link";
import { useLocale, useTranslations } from "use-intl";
import { RelativeTime } from "@/components/format/relative-time";
import { Card, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { CITED_DAYS, type CitationDto } from "@/lib/data/knowledge/schemas";

interface CitationsProps {
  citations: readonly CitationDto[];
  now: string;
  timeZone: string;
}

/** Conversations in which the bot answered with this article. */
export function Citations({ citations, now, timeZone }: CitationsProps) {
  const t = useTranslations("knowledge.cited");
  const locale = useLocale();
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("title")}</CardTitle>
        <CardDescription>{t(citations.length > 0 ? "lead" : "none", { days: CITED_DAYS })}</CardDescription>
      </CardHeader>
      {citations.length > 0 ? (
        <ul aria-label={t("title")} className="divide-y border-t">
          {citations.map(({ conversationId, customerName, question, citedAt }) => (
            <li key={conversationId} className="relative px-4 py-2 text-compact">
              <p className="flex items-baseline justify-between gap-3">
                <Link
                  href={`/inbox/${conversationId}`}
                  className="truncate font-medium after:absolute after:inset-0 hover:text-blue-ink"
                >
                  {customerName ?? t("visitor")}
                </Link>
                <RelativeTime
                  value={citedAt}
                  now={now}
                  locale={locale}
                  timeZone={timeZone}
                  display="short"
                  className="shrink-0 text-ink-3 text-xs"
                />
              </p>
              {question ? <p className="truncate text-ink-3 text-xs">{question}</p> : null}
            </li>
          ))}
        </ul>
      ) : null}
    </Card>
  );
}
