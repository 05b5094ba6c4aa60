"use client";

import { useQueryClient } from "@tanstack/react-query";
import { type MouseEvent, useLayoutEffect, useMemo, useRef } from "react";
import { prefetchConversation } from "./use-inbox-queries";
import type { Selection } from "./use-selection";

/** What a row of the list can set going. */
export interface RowActs {
  open: (id: string, messageId?: string) => void;
  prefetch: (id: string) => void;
  toggle: (id: string) => void;
  add: (ids: readonly string[]) => void;
  onRowClick: (event: MouseEvent, id: string) => boolean;
}

/** The same object from drawing to drawing, so that of a list that moves only the rows that changed are drawn again. */
export function useRowActs(open: RowActs["open"], selection: Selection): RowActs {
  const client = useQueryClient();
  const latest = useRef({ open, selection });
  useLayoutEffect(() => {
    latest.current = { open, selection };
  });
  return useMemo(
    () => ({
      open: (id, messageId) => latest.current.open(id, messageId),
      prefetch: (id) => prefetchConversation(client, id),
      toggle: (id) => latest.current.selection.toggle(id),
      add: (ids) => latest.current.selection.add(ids),
      onRowClick: (event, id) => latest.current.selection.onRowClick(event, id),
    }),
    [client],
  );
}
