import Link from "next/link";
import type { DataTableColumn } from "@/components/data-table/data-table";
import { DateTime } from "@/components/format/date-time";
import { Badge } from "@/components/ui/badge";
import type { Locale } from "@/lib/core/context";
import type { ArticleSummaryDto } from "@/lib/data/knowledge/schemas";
import type { getTranslations } from "@/lib/platform/http/locale";
import { DraftActs } from "./draft-acts";

interface ColumnsInput {
  t: Awaited<ReturnType<typeof getTranslations<"knowledge">>>;
  locale: Locale;
  timeZone: string;
  canWrite: boolean;
  canOpen: boolean;
}

export function draftColumns(input: ColumnsInput): DataTableColumn<ArticleSummaryDto>[] {
  const { t, locale, timeZone, canWrite, canOpen } = input;
  const columns: DataTableColumn<ArticleSummaryDto>[] = [
    {
      id: "title",
      header: t("list.title"),
      href: ({ id }) => `/knowledge/${id}`,
      cell: ({ title, language }) => (
        <span lang={language} className="wrap-anywhere">
          {title}
        </span>
      ),
    },
    {
      id: "language",
      header: t("drafts.language"),
      from: "sm",
      cell: ({ language }) => <Badge>{t(`language.${language}`)}</Badge>,
    },
    {
      id: "source",
      header: t("drafts.source"),
      from: "md",
      cell: ({ sourceConversationId }) =>
        sourceConversationId && canOpen ? (
          <Link
            href={`/inbox/${sourceConversationId}`}
            className="relative z-10 text-blue-ink underline-offset-2 hover:underline"
          >
            {t("drafts.fromConversation")}
          </Link>
        ) : (
          <span className="whitespace-nowrap text-ink-2">
            {sourceConversationId ? t("drafts.fromConversation") : t("drafts.written")}
          </span>
        ),
    },
    {
      id: "updated",
      header: t("list.updated"),
      align: "end",
      from: "lg",
      cell: ({ updatedAt }) => <DateTime value={updatedAt} locale={locale} timeZone={timeZone} />,
    },
  ];
  if (!canWrite) return columns;
  const acts: DataTableColumn<ArticleSummaryDto> = {
    id: "acts",
    header: <span className="sr-only">{t("drafts.publish")}</span>,
    align: "end",
    cell: ({ id, title, latestVersion }) => <DraftActs id={id} title={title} version={latestVersion} />,
  };
  return [...columns, acts];
}
