"use client";

import { hashKey } from "@tanstack/react-query";
import { useMemo, useRef } from "react";
import type { ConversationDto } from "@/lib/service/conversations/schemas";
import { inOrder, keys, type ListData } from "./inbox-cache";
import type { ListRow, ListScope } from "./views";

/**
 * The rows of a tab. The conversation that is open stays in sight until another is opened, although an act (taking
 * over, resolving) has moved it to another tab: nothing slips away from under the reader.
 */
export function useVisibleRows(
  scope: ListScope,
  data: ListData | undefined,
  open: ConversationDto | null,
): ListRow[] {
  const kept = useRef<{ list: string; id: string } | null>(null);
  const list = hashKey(keys.list(scope));
  return useMemo(() => {
    const rows = data?.pages.flatMap((page) => page.data) ?? [];
    const isThere = open !== null && rows.some((row) => row.id === open.id);
    if (open && isThere) kept.current = { list, id: open.id };
    const wasHere = open !== null && kept.current?.list === list && kept.current.id === open.id;
    if (!open || isThere || !wasHere) return rows;
    const { messages: _, scheduled: __, ...summary } = open;
    const before = inOrder(scope);
    const place = rows.findIndex((row) => before(summary, row) < 0);
    return place < 0 ? [...rows, summary] : rows.toSpliced(place, 0, summary);
  }, [data, list, open, scope]);
}
