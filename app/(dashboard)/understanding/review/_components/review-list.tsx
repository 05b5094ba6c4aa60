"use client";

import { CircleCheckBig, ListChecks } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { BulkBar } from "@/components/data-table/bulk-bar";
import { HeaderCheckbox, SelectionProvider, useSelection } from "@/components/data-table/selection";
import { EmptyState } from "@/components/feedback/empty-state";
import { ErrorState } from "@/components/feedback/error-state";
import { NoResults } from "@/components/feedback/no-results";
import type { OwnIntent } from "@/components/intents/intent-words";
import { useIntents } from "@/components/intents/use-intents";
import { ApiError } from "@/components/shell/fetch-json";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { Page } from "@/lib/core/pagination";
import type { ReviewItemDto } from "@/lib/service/understanding/schemas";
import { ReviewRow } from "./review-row";
import { useReviewCommands } from "./use-review-commands";
import { type ReviewFilters, useReviewQueue } from "./use-review-queue";

interface ReviewListProps {
  filters: ReviewFilters;
  first: Page<ReviewItemDto>;
  own: OwnIntent[];
  lowConfidence: number;
  canWrite: boolean;
  /** Where the filters are gone; null while nothing is filtered. */
  clearHref: string | null;
  now: string;
  timeZone: string;
}

export function ReviewList(props: ReviewListProps) {
  const { filters, first, own, lowConfidence, canWrite, clearHref, now, timeZone } = props;
  const t = useTranslations("understanding.review");
  const errors = useTranslations("understanding.errors");
  const common = useTranslations("common");
  const locale = useLocale();
  const router = useRouter();
  const { nameOf, choices } = useIntents(own);
  const queue = useReviewQueue(filters, first, nameOf);
  const { rows, query } = queue;
  const [currentId, setCurrentId] = useState<string | null>(null);
  const found = rows.findIndex(({ messageId }) => messageId === currentId);
  const lastIndex = useRef(0);
  // A row that has left hands over to the one that took its place.
  const index = found >= 0 ? found : Math.min(lastIndex.current, rows.length - 1);
  const current = rows[index] ?? null;
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const [pickerOf, setPickerOf] = useState<string | null>(null);
  const wantsFocus = useRef(false);

  useEffect(() => {
    lastIndex.current = Math.max(0, index);
    if (!wantsFocus.current || !current) return;
    wantsFocus.current = false;
    const row = document.querySelector<HTMLElement>(`[data-review="${current.messageId}"]`);
    row?.focus();
    row?.scrollIntoView({ block: "nearest" });
  });

  const choiceOf = (item: ReviewItemDto) => chosen[item.messageId] ?? item.intent;
  const decide = (item: ReviewItemDto, intent: string) => {
    wantsFocus.current = true;
    setPickerOf(null);
    lastIndex.current = rows.indexOf(item);
    void queue.decide(item, intent);
  };
  const go = (to: number) => {
    const next = rows[Math.max(0, Math.min(rows.length - 1, to))];
    if (!next) return;
    wantsFocus.current = true;
    setCurrentId(next.messageId);
  };
  const skip = (item: ReviewItemDto) => {
    lastIndex.current = rows.indexOf(item);
    setCurrentId(rows[rows.indexOf(item) + 1]?.messageId ?? null);
    wantsFocus.current = true;
    queue.skip(item);
  };
  const isFocused = () => document.activeElement?.closest("[data-review]") !== null;
  useReviewCommands(canWrite, {
    next: () => go(isFocused() ? index + 1 : index),
    previous: () => go(isFocused() ? index - 1 : index),
    choose: (place) => {
      const guess = current && [{ id: current.intent }, ...current.alternatives][place];
      if (!current || !guess) return;
      setChosen({ ...chosen, [current.messageId]: guess.id });
      go(index);
    },
    confirm: () => current && decide(current, choiceOf(current)),
    search: () => current && setPickerOf(current.messageId),
    skip: () => current && skip(current),
    undo: () => {
      const id = queue.undo();
      if (!id) return;
      wantsFocus.current = true;
      setCurrentId(id);
    },
    open: () => current && router.push(`/inbox/${current.conversationId}`),
  });

  if (rows.length === 0 && query.isFetchingNextPage) return <p role="status">{common("loading")}</p>;
  if (rows.length === 0 && query.isError) {
    const error = query.error instanceof ApiError ? query.error : null;
    return (
      <Card>
        <ErrorState
          cause={errors("load")}
          remedy={error?.message ?? errors("loadRemedy")}
          requestId={error?.requestId}
          labels={{ requestId: common("requestId"), retry: common("retry") }}
          onRetry={() => void query.fetchNextPage()}
        />
      </Card>
    );
  }
  if (rows.length === 0) {
    return (
      <Card>
        {queue.decidedCount > 0 ? (
          <EmptyState
            icon={CircleCheckBig}
            title={t("doneTitle")}
            description={t("doneText")}
            action={
              <Button variant="outline" onClick={() => router.refresh()}>
                {t("refresh")}
              </Button>
            }
          />
        ) : clearHref ? (
          <NoResults
            title={t("noResultsTitle")}
            description={t("noResultsText")}
            action={
              <Button asChild variant="outline">
                <Link href={clearHref}>{common("clearFilters")}</Link>
              </Button>
            }
          />
        ) : (
          <EmptyState icon={ListChecks} title={t("emptyTitle")} description={t("emptyText")} />
        )}
      </Card>
    );
  }
  return (
    <Card>
      <SelectionProvider ids={canWrite ? rows.map(({ messageId }) => messageId) : []}>
        {canWrite ? (
          <div className="flex h-9 items-center gap-2 border-b px-2.5 text-ink-3 text-xs">
            <HeaderCheckbox label={t("selectAll")} />
            <span className="group-data-selecting/selection:invisible">{t("guesses")}</span>
          </div>
        ) : (
          <p className="border-b px-4 py-2 text-ink-3 text-xs">{t("readOnly")}</p>
        )}
        <BulkBar
          locale={locale}
          labels={{ selected: { other: t.raw("selected") }, clear: t("clearSelection"), region: t("bulk") }}
        >
          <BulkConfirm rows={rows} onConfirm={(items) => void queue.confirmAll(items)} />
        </BulkBar>
        <ul aria-label={t("list")} className="divide-y">
          {rows.map((item) => (
            <ReviewRow
              key={item.messageId}
              item={item}
              isCurrent={item === current}
              choice={choiceOf(item)}
              nameOf={nameOf}
              choices={choices}
              lowConfidence={lowConfidence}
              canWrite={canWrite}
              isPicking={pickerOf === item.messageId}
              onPicking={(open) => setPickerOf(open ? item.messageId : null)}
              onFocus={() => setCurrentId(item.messageId)}
              onDecide={(intent) => decide(item, intent)}
              onSkip={() => skip(item)}
              now={now}
              timeZone={timeZone}
            />
          ))}
        </ul>
        {query.hasNextPage ? (
          <div className="flex justify-center border-t py-2.5">
            <Button
              variant="outline"
              loading={query.isFetchingNextPage}
              onClick={() => void query.fetchNextPage()}
            >
              {t("more")}
            </Button>
          </div>
        ) : null}
      </SelectionProvider>
    </Card>
  );
}

function BulkConfirm(props: { rows: readonly ReviewItemDto[]; onConfirm: (items: ReviewItemDto[]) => void }) {
  const t = useTranslations("understanding.review");
  const { selected } = useSelection();
  return (
    <Button
      variant="outline"
      size="sm"
      onClick={() => props.onConfirm(props.rows.filter(({ messageId }) => selected.has(messageId)))}
    >
      {t("confirmSelected")}
    </Button>
  );
}
