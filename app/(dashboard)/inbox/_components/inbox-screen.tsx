"use client";

import { hashKey, useQueryClient } from "@tanstack/react-query";
import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import { Sheet, SheetContent, SheetHeader, SheetTitle } from "@/components/ui/sheet";
import { keys } from "../_live/inbox-cache";
import { type Inbox, InboxProvider, useInbox } from "../_live/inbox-context";
import { markSeen } from "../_live/seen";
import { useActs } from "../_live/use-acts";
import { useAnnouncePresence } from "../_live/use-announce-presence";
import { useBulkActs } from "../_live/use-bulk-acts";
import { useBulkCommands } from "../_live/use-bulk-commands";
import { useInboxAddress } from "../_live/use-inbox-address";
import { useInboxCommands } from "../_live/use-inbox-commands";
import {
  seedCache,
  useConversation,
  useConversationList,
  useCounts,
  useSavedViews,
} from "../_live/use-inbox-queries";
import { useListCommands } from "../_live/use-list-commands";
import { useLiveInbox } from "../_live/use-live-inbox";
import { usePageTitle } from "../_live/use-page-title";
import { useReadMentions } from "../_live/use-read-mentions";
import { useSelection } from "../_live/use-selection";
import { useVisibleRows } from "../_live/use-visible-rows";
import type { FirstPaint } from "../_read-inbox";
import { BulkBar } from "./bulk-bar";
import type { ComposerHandle } from "./composer";
import { ConnectionBar } from "./connection-bar";
import { ConversationList } from "./conversation-list";
import { CustomerPanel } from "./customer-panel";
import { FilterLine } from "./filter-line";
import { LabelFilterLine, ListMenu } from "./list-menu";
import { MentionsButton, MentionsLine } from "./mentions-button";
import { OrderChoice } from "./order-choice";
import { SearchField } from "./search-field";
import { NoThread, Thread } from "./thread";
import { ViewMenu } from "./view-menu";
import { ViewTabs } from "./view-tabs";

interface InboxScreenProps {
  inbox: Inbox;
  first: FirstPaint;
}

export function InboxScreen({ inbox, first }: InboxScreenProps) {
  const client = useQueryClient();
  // Before the first drawing, so that the server's markup and the browser's are the same.
  useState(() => seedCache(client, first));
  return (
    <InboxProvider value={inbox}>
      <Panes first={first} />
    </InboxProvider>
  );
}

function Panes({ first }: { first: FirstPaint }) {
  const t = useTranslations("inbox");
  const client = useQueryClient();
  const savedViews = useSavedViews();
  const views = savedViews.data ?? first.views;
  const { scope, openId, open, close, chooseView, chooseSaved, narrow, search } = useInboxAddress(views);
  const connection = useLiveInbox(first.streamPosition);
  const acts = useActs();
  const list = useConversationList(scope);
  const counts = useCounts().data ?? first.counts;
  const query = useConversation(client, openId);
  const loaded = openId ? (query.data ?? null) : null;
  const rows = useVisibleRows(scope, list.data, loaded);
  const summary = loaded ?? rows.find((row) => row.id === openId) ?? null;
  const [isCustomerShown, setCustomerShown] = useState(false);
  const composer = useRef<ComposerHandle>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const title = useRef<HTMLHeadingElement>(null);

  const { canWrite } = useInbox();
  const selection = useSelection(rows, hashKey(keys.list(scope)), canWrite);
  const bulk = useBulkActs();
  const more = useListCommands(useBulkCommands(rows, selection, bulk), views, chooseSaved);
  useInboxCommands({ conversation: summary, acts, composer, search: searchField, more });
  usePageTitle(counts.needsPerson);
  useMarkSeen(loaded);
  useAnnouncePresence(summary?.id ?? null);
  useReadMentions(loaded);

  const openRow = (id: string, messageId?: string) => {
    setCustomerShown(false);
    open(id, messageId);
  };
  useFocusAlong(openId, title);
  const initialCustomer = useMemo(
    () =>
      first.customer && first.conversation?.customerId
        ? { customerId: first.conversation.customerId, context: first.customer }
        : null,
    [first],
  );
  const panel = summary ? (
    <CustomerPanel
      conversation={summary}
      messages={loaded?.messages ?? []}
      handoff={loaded?.handoff ?? null}
      initial={initialCustomer}
      onOpen={openRow}
    />
  ) : null;

  return (
    <div className="@container flex h-[calc(100dvh-3rem)] min-h-0 flex-col md:h-dvh">
      <ConnectionBar connection={connection} />
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)] @min-[700px]:grid-cols-[312px_minmax(0,1fr)] @min-[1040px]:grid-cols-[312px_minmax(0,1fr)_316px]">
        <section
          aria-label={scope.saved?.name ?? t("title")}
          className={cn(
            "min-h-0 flex-col bg-surface @min-[700px]:flex @min-[700px]:border-r",
            openId ? "hidden" : "flex",
          )}
        >
          {selection.isSelecting ? (
            <>
              <h1 className="sr-only">{scope.saved?.name ?? t("title")}</h1>
              <BulkBar rows={rows} selection={selection} acts={bulk} />
            </>
          ) : (
            <div className="flex h-13 shrink-0 items-center gap-1 pr-2 pl-3.5">
              <h1 className="shrink-0">
                <ViewMenu
                  scope={scope}
                  views={views}
                  hasFailed={savedViews.isError}
                  onChoose={chooseSaved}
                  onInbox={() => chooseView("needs_person")}
                />
              </h1>
              <div className="min-w-0 flex-1">
                <SearchField value={scope.q} onSearch={search} ref={searchField} />
              </div>
              <MentionsButton scope={scope} unread={counts.mentions} onChoose={chooseView} />
              <ListMenu scope={scope} onNarrow={narrow} />
            </div>
          )}
          <ViewTabs scope={scope} counts={counts} onChoose={chooseView} />
          {scope.q ? null : (
            <OrderChoice
              order={scope.order ?? "recent"}
              onChoose={(order) => narrow({ order })}
              onSelect={canWrite && rows.length > 0 ? selection.start : undefined}
            />
          )}
          <MentionsLine scope={scope} />
          <LabelFilterLine scope={scope} onNarrow={narrow} />
          <FilterLine
            scope={scope}
            views={views}
            onNarrow={narrow}
            onChoose={chooseSaved}
            onInbox={() => chooseView("needs_person")}
          />
          {scope.q ? (
            <p role="status" className="truncate border-b bg-paper px-3.5 py-1.5 text-ink-3 text-xs">
              {t("search.scope", { q: scope.q })}
            </p>
          ) : null}
          <div className="min-h-0 flex-1 overflow-y-auto">
            <ConversationList
              scope={scope}
              query={list}
              rows={rows}
              openId={openId}
              onOpen={openRow}
              onClearSearch={() => search("")}
              selection={selection}
            />
          </div>
        </section>
        <section
          aria-label={t("list.label")}
          className={cn("min-h-0 min-w-0 flex-col bg-paper @min-[700px]:flex", openId ? "flex" : "hidden")}
        >
          {openId ? (
            <Thread
              id={openId}
              summary={summary}
              messages={loaded?.messages ?? null}
              scheduled={loaded?.scheduled ?? []}
              query={query}
              acts={acts}
              composer={composer}
              titleRef={title}
              onBack={close}
              onShowCustomer={() => setCustomerShown(true)}
            />
          ) : (
            <NoThread />
          )}
        </section>
        <aside
          aria-label={t("panel.label")}
          className="hidden min-h-0 overflow-y-auto border-l bg-surface @min-[1040px]:block"
        >
          {panel}
        </aside>
      </div>
      <Sheet open={isCustomerShown && panel !== null} onOpenChange={setCustomerShown}>
        <SheetContent closeLabel={t("act.customerClose")} aria-describedby={undefined}>
          <SheetHeader>
            <SheetTitle>{t("panel.label")}</SheetTitle>
          </SheetHeader>
          {panel}
        </SheetContent>
      </Sheet>
    </div>
  );
}

/** Where list and thread take turns (on a phone) the focus goes along; beside each other it stays where it was. */
function useFocusAlong(openId: string | null, title: RefObject<HTMLElement | null>): void {
  const previous = useRef(openId);
  useEffect(() => {
    const left = previous.current;
    if (left === openId) return;
    previous.current = openId;
    const active = document.activeElement as HTMLElement | null;
    if (active && active !== document.body && active.offsetParent !== null) return;
    if (openId) title.current?.focus();
    else document.querySelector<HTMLElement>(`a[data-conversation="${left}"]`)?.focus();
  }, [openId, title]);
}

/** What stands open before somebody's eyes has been seen. */
function useMarkSeen(conversation: FirstPaint["conversation"]): void {
  useEffect(() => {
    if (!conversation) return;
    const mark = () => document.visibilityState === "visible" && markSeen(conversation);
    mark();
    document.addEventListener("visibilitychange", mark);
    return () => document.removeEventListener("visibilitychange", mark);
  }, [conversation]);
}
