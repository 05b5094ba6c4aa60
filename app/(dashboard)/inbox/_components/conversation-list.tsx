"use client";

import {
  AtSign,
  CheckCheck,
  Clock,
  Inbox as InboxIcon,
  ListFilter,
  MessageSquareDashed,
  Sparkles,
  Tag,
} from "lucide-react";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { EmptyState } from "@/components/feedback/empty-state";
import { ErrorState } from "@/components/feedback/error-state";
import { NoResults } from "@/components/feedback/no-results";
import { ApiError } from "@/components/shell/fetch-json";
import { Button } from "@/components/ui/button";
import type { useConversationList } from "../_live/use-inbox-queries";
import { type RowActs, useRowActs } from "../_live/use-row-acts";
import type { Selection } from "../_live/use-selection";
import { inboxHref, isChanged, type ListRow, type ListScope, type View } from "../_live/views";
import { ConversationRow } from "./conversation-row";
import { ListSkeleton } from "./inbox-skeletons";

interface ConversationListProps {
  scope: ListScope;
  query: ReturnType<typeof useConversationList>;
  /** The open conversation stays in sight while it is open, even when it no longer belongs to the tab. */
  rows: ListRow[];
  openId: string | null;
  onOpen: (id: string, messageId?: string) => void;
  onClearSearch: () => void;
  selection: Selection;
}

const EMPTY_ICONS: Record<Exclude<View, "mentions">, typeof InboxIcon> = {
  needs_person: Sparkles,
  mine: InboxIcon,
  bot: MessageSquareDashed,
  snoozed: Clock,
  resolved: CheckCheck,
};

export function ConversationList(props: ConversationListProps) {
  const { scope, query, rows, openId, onOpen, onClearSearch, selection } = props;
  const t = useTranslations("inbox");
  const tools = useTranslations("inboxTools");
  const deskActs = useTranslations("deskActs.views");
  const common = useTranslations("common");
  const dueWords = useTranslations("staffing.due");
  const acts = useRowActs(onOpen, selection);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;

  if (query.isPending) return <ListSkeleton label={common("loading")} />;
  if (query.isError && rows.length === 0) {
    return (
      <ErrorState
        cause={t("errors.list")}
        remedy={t("errors.networkRemedy")}
        requestId={query.error instanceof ApiError ? query.error.requestId : undefined}
        labels={{ requestId: common("requestId"), retry: common("retry") }}
        onRetry={() => void query.refetch()}
        retrying={query.isFetching}
      />
    );
  }
  if (rows.length === 0 && !scope.q && !scope.label && scope.order === "lateOnly") {
    return <EmptyState icon={Sparkles} title={dueWords("noneLate")} description={dueWords("noneLateHint")} />;
  }
  if (rows.length === 0 && scope.q) {
    return (
      <NoResults
        title={t("list.noResults", { q: scope.q })}
        description={t("list.noResultsHint")}
        action={
          <Button variant="outline" onClick={onClearSearch}>
            {t("search.clear")}
          </Button>
        }
      />
    );
  }
  if (rows.length === 0 && scope.saved) {
    return (
      <EmptyState
        icon={ListFilter}
        title={deskActs("emptyTitle", { name: scope.saved.name })}
        description={deskActs("emptyText")}
      />
    );
  }
  if (rows.length === 0 && scope.view === "mentions") {
    return (
      <EmptyState
        icon={AtSign}
        title={tools("mentions.emptyTitle")}
        description={tools("mentions.emptyText")}
      />
    );
  }
  if (rows.length === 0 && scope.label) {
    return (
      <EmptyState icon={Tag} title={tools("labels.emptyTab")} description={tools("labels.emptyTabText")} />
    );
  }
  if (rows.length === 0 && isChanged(scope)) {
    return (
      <EmptyState
        icon={ListFilter}
        title={deskActs("emptyFilter")}
        description={deskActs("emptyFilterText")}
      />
    );
  }
  const { view } = scope;
  if (rows.length === 0 && view !== "mentions") {
    return (
      <EmptyState
        icon={EMPTY_ICONS[view]}
        title={t(`list.empty.${view}.title`)}
        description={t(`list.empty.${view}.text`)}
      />
    );
  }
  return (
    <>
      <ul
        aria-label={t("list.label")}
        data-testid="conversation-list"
        data-selecting={selection.isSelecting ? "" : undefined}
        className="group/list"
      >
        {rows.map((conversation) => (
          <ConversationRow
            key={conversation.id}
            conversation={conversation}
            href={inboxHref(scope, conversation.id, conversation.hit?.messageId)}
            isCurrent={conversation.id === openId}
            showStatus={scope.q !== "" || scope.view === "mentions"}
            isSelected={selection.ids.has(conversation.id)}
            isSelecting={selection.isSelecting}
            acts={acts}
            onKeyDown={moveByArrow}
          />
        ))}
      </ul>
      {hasNextPage ? (
        <EndOfList
          isFetching={isFetchingNextPage}
          onReached={() => void fetchNextPage()}
          label={t("list.more")}
        />
      ) : null}
    </>
  );
}

/** Asks for the next page a little before the end comes into sight. */
function EndOfList({
  isFetching,
  onReached,
  label,
}: {
  isFetching: boolean;
  onReached: () => void;
  label: string;
}) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = ref.current;
    if (!element || isFetching) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && onReached(), {
      rootMargin: "300px",
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [isFetching, onReached]);
  return (
    <div ref={ref}>{isFetching ? <ListSkeleton label={label} rows={2} /> : <div className="h-px" />}</div>
  );
}

/** With Shift the row that is left and the one that is reached are chosen. */
function moveByArrow(event: KeyboardEvent, acts: RowActs): void {
  if (event.metaKey || event.ctrlKey || event.altKey) return;
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  event.preventDefault();
  const left = focusedId();
  focusRow(event.key === "ArrowDown" ? 1 : -1);
  if (event.shiftKey) acts.add([left, focusedId()].filter((id) => id !== undefined));
}

function focusedId(): string | undefined {
  return (document.activeElement as HTMLElement | null)?.dataset.conversation;
}

/** Moves the focus along the rows, from the focused one, else from the open one. */
export function focusRow(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLAnchorElement>("a[data-conversation]")];
  const focused = rows.indexOf(document.activeElement as HTMLAnchorElement);
  const start = focused >= 0 ? focused : rows.findIndex((row) => row.ariaCurrent === "true");
  const next = start < 0 ? (step === 1 ? 0 : rows.length - 1) : start + step;
  rows[Math.min(Math.max(next, 0), rows.length - 1)]?.focus();
}
