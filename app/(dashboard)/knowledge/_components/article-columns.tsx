import type { DataTableColumn } from "@/components/data-table/data-table";
import { DateTime } from "@/components/format/date-time";
import { NumberValue } from "@/components/format/number";
import { Badge } from "@/components/ui/badge";
import type { Locale } from "@/lib/core/context";
import { type ArticleGroupDto, CITED_DAYS } from "@/lib/data/knowledge/schemas";
import type { getTranslations } from "@/lib/platform/http/locale";
import { ArticleStateBadge, STATE_TONES } from "./article-state";
import { inReadersLanguage } from "./reader-language";

interface ColumnsInput {
  t: Awaited<ReturnType<typeof getTranslations<"knowledge">>>;
  locale: Locale;
  timeZone: string;
}

export function articleColumns({ t, locale, timeZone }: ColumnsInput): DataTableColumn<ArticleGroupDto>[] {
  const shown = ({ articles }: ArticleGroupDto) => inReadersLanguage(articles, locale);
  return [
    {
      id: "title",
      header: t("list.title"),
      href: (group) => `/knowledge/${shown(group).id}`,
      cell: (group) => (
        <span lang={shown(group).language} className="wrap-anywhere">
          {shown(group).title}
        </span>
      ),
    },
    {
      id: "languages",
      header: t("list.languages"),
      from: "sm",
      cell: ({ articles }) => (
        <span className="flex gap-1">
          {articles.map(({ id, language, state }) => {
            const words = t("list.chip", { language: t(`language.${language}`), state: t(`state.${state}`) });
            return (
              <Badge key={id} tone={STATE_TONES[state]} title={words}>
                <span aria-hidden>{language.toUpperCase()}</span>
                <span className="sr-only">{words}</span>
              </Badge>
            );
          })}
        </span>
      ),
    },
    {
      id: "state",
      header: t("list.state"),
      cell: (group) => {
        const { state, hasChanges } = shown(group);
        return (
          <span className="flex flex-wrap gap-1">
            <ArticleStateBadge state={state} label={t(`state.${state}`)} />
            {hasChanges ? <Badge tone="amber">{t("state.changes")}</Badge> : null}
          </span>
        );
      },
    },
    {
      id: "audience",
      header: t("list.audience"),
      from: "lg",
      cell: (group) => <span className="text-ink-2">{t(`audience.${shown(group).audience}`)}</span>,
    },
    {
      id: "cited",
      header: t("list.cited", { days: CITED_DAYS }),
      align: "end",
      from: "md",
      cell: ({ timesCited }) => <NumberValue value={timesCited} locale={locale} />,
    },
    {
      id: "updated",
      header: t("list.updated"),
      align: "end",
      from: "sm",
      cell: ({ updatedAt }) => <DateTime value={updatedAt} locale={locale} timeZone={timeZone} />,
    },
  ];
}
