"use client";

import type { MouseEvent } from "react";
import { useLocale, useTranslations } from "use-intl";
import { formatNumber } from "@/components/format/format-number";
import { cn } from "@/components/ui/cn";
import type { InboxCountsDto } from "@/lib/service/conversations/schemas";
import { COUNT_OF, inboxHref, type ListScope, toTab, VIEWS, type View } from "../_live/views";

interface ViewTabsProps {
  scope: ListScope;
  counts: InboxCountsDto;
  onChoose: (view: View) => void;
}

/** Links that behave as tabs: five columns of one width, so that counts can change without moving anything. */
export function ViewTabs({ scope, counts, onChoose }: ViewTabsProps) {
  const t = useTranslations("inbox.views");
  const locale = useLocale();
  return (
    <nav aria-label={t("label")} className="grid shrink-0 grid-cols-5 border-b px-1.5">
      {VIEWS.map((view) => {
        const count = counts[COUNT_OF[view]];
        const isCurrent = !scope.q && !scope.saved && view === scope.view;
        const burns = view === "needs_person" && count > 0;
        const choose = (event: MouseEvent) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          onChoose(view);
        };
        return (
          <a
            key={view}
            href={inboxHref(toTab(scope, view))}
            data-view={view}
            aria-current={isCurrent ? "page" : undefined}
            aria-label={`${t(`${view}.long`)}, ${formatNumber(count, locale)}`}
            title={t(`${view}.long`)}
            onClick={choose}
            className={cn(
              "relative grid h-12 content-center justify-items-center gap-px rounded-t-md text-ink-3 transition-colors after:absolute after:inset-x-2 after:-bottom-px after:h-0.5 after:rounded-full hover:text-ink focus-visible:-outline-offset-2",
              isCurrent && "font-medium text-ink after:bg-ink",
            )}
          >
            <span
              data-testid={`count-${view}`}
              className={cn(
                "text-compact leading-[18px]",
                isCurrent && "font-semibold",
                burns &&
                  "min-w-[18px] rounded-full bg-cinnabar px-1.5 text-center font-medium text-on-cinnabar text-xs",
              )}
            >
              {formatNumber(count, locale, { display: count > 9_999 ? "compact" : "full" })}
            </span>
            <span className="max-w-full truncate text-micro">{t(`${view}.name`)}</span>
          </a>
        );
      })}
    </nav>
  );
}
