"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { showUndoToast } from "@/components/feedback/undo-toast";
import { fetchJson } from "@/components/shell/fetch-json";
import type { Page } from "@/lib/core/pagination";
import type { ReviewItemDto, ReviewQueueInput } from "@/lib/service/understanding/schemas";
import { correctIntent, undoCorrection } from "../../_actions";

export interface ReviewFilters extends Pick<ReviewQueueInput, "language" | "reason" | "intent"> {
  sort: "newest" | "uncertain";
}

/** What was last done, to take it back: decisions on some messages, or a skip. */
type Deed = { kind: "decided" | "skipped"; ids: string[] };

const PAGE = 30;
/** Fewer rows than this left, and the next page is fetched before it is missed. */
const LOW_WATER = 8;

/** The queue while it is worked through: rows leave at once, come back if the server refuses, and by undo. */
export function useReviewQueue(
  filters: ReviewFilters,
  first: Page<ReviewItemDto>,
  nameOf: (id: string) => string,
) {
  const t = useTranslations("understanding.review");
  const errors = useTranslations("understanding.errors");
  const common = useTranslations("common");
  const query = useInfiniteQuery({
    queryKey: ["understanding", "review", filters],
    queryFn: ({ pageParam, signal }) => fetchJson<Page<ReviewItemDto>>(addressOf(filters, pageParam), signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    initialData: { pages: [first], pageParams: [null] },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const [decided, setDecided] = useState<ReadonlySet<string>>(new Set());
  const [skipped, setSkipped] = useState<readonly string[]>([]);
  const deeds = useRef<Deed[]>([]);

  const rows = useMemo(() => {
    const seen = new Set<string>();
    const open = query.data.pages
      .flatMap(({ data }) => data)
      .filter(({ messageId }) => !decided.has(messageId) && !seen.has(messageId) && seen.add(messageId));
    const rank = new Map(skipped.map((id, index) => [id, index + 1]));
    // Sorting is stable: what was not skipped keeps its order, what was comes after it, the latest last.
    return open.toSorted((a, b) => (rank.get(a.messageId) ?? 0) - (rank.get(b.messageId) ?? 0));
  }, [query.data, decided, skipped]);

  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  useEffect(() => {
    if (rows.length < LOW_WATER && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [rows.length, hasNextPage, isFetchingNextPage, fetchNextPage]);

  const hide = (ids: readonly string[]) => setDecided((before) => new Set([...before, ...ids]));
  const show = (ids: readonly string[]) =>
    setDecided((before) => new Set([...before].filter((id) => !ids.includes(id))));

  const send = async (item: ReviewItemDto, intent: string): Promise<boolean> => {
    const result = await correctIntent({ messageId: item.messageId, intent }).catch(() => null);
    if (result?.ok) return true;
    show([item.messageId]);
    toast.error(result?.error.message ?? errors("network"), {
      description: result ? result.error.requestId : errors("networkRemedy"),
    });
    return false;
  };

  const decide = async (item: ReviewItemDto, intent: string) => {
    hide([item.messageId]);
    const deed: Deed = { kind: "decided", ids: [item.messageId] };
    deeds.current.push(deed);
    const name = nameOf(intent);
    showUndoToast({
      message: intent === item.intent ? t("confirmed", { intent: name }) : t("corrected", { intent: name }),
      undoLabel: common("undo"),
      onUndo: () => undo(deed),
    });
    if (!(await send(item, intent))) forget(deed);
  };

  const confirmAll = async (items: readonly ReviewItemDto[]) => {
    const ids = items.map(({ messageId }) => messageId);
    hide(ids);
    const done: string[] = [];
    for (const item of items) if (await send(item, item.intent)) done.push(item.messageId);
    const failed = ids.length - done.length;
    if (done.length === 0) return;
    const deed: Deed = { kind: "decided", ids: done };
    deeds.current.push(deed);
    showUndoToast({
      message:
        failed > 0 ? t("bulkSome", { done: done.length, failed }) : t("bulkDone", { count: done.length }),
      undoLabel: common("undo"),
      onUndo: () => undo(deed),
    });
  };

  const skip = (item: ReviewItemDto) => {
    setSkipped((before) => [...before.filter((id) => id !== item.messageId), item.messageId]);
    deeds.current.push({ kind: "skipped", ids: [item.messageId] });
  };

  const forget = (deed: Deed) => {
    deeds.current = deeds.current.filter((known) => known !== deed);
  };

  /** Takes back the last deed, or the one that a toast names. @returns the first message that is back. */
  const undo = (named?: Deed): string | null => {
    const deed = named ?? deeds.current.at(-1);
    if (!deed || !deeds.current.includes(deed)) return null;
    forget(deed);
    if (deed.kind === "skipped") {
      setSkipped((before) => before.filter((id) => !deed.ids.includes(id)));
      return deed.ids[0] ?? null;
    }
    show(deed.ids);
    toast.dismiss("undo");
    void takeBack(deed.ids);
    return deed.ids[0] ?? null;
  };

  const takeBack = async (ids: readonly string[]) => {
    for (const messageId of ids) {
      const result = await undoCorrection({ messageId }).catch(() => null);
      if (result?.ok) continue;
      hide([messageId]);
      toast.error(result?.error.message ?? errors("network"), { description: result?.error.requestId });
    }
  };

  return { rows, query, decidedCount: decided.size, decide, confirmAll, skip, undo: () => undo() };
}

function addressOf(filters: ReviewFilters, cursor: string | null): string {
  const params = new URLSearchParams({ limit: String(PAGE), sort: filters.sort });
  for (const name of ["language", "reason", "intent"] as const) {
    const value = filters[name];
    if (value) params.set(name, value);
  }
  if (cursor) params.set("cursor", cursor);
  return `/api/v1/understanding/review-queue?${params}`;
}
