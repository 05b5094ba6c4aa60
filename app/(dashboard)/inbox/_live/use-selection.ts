"use client";

import { type MouseEvent, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { MAX_BULK_CONVERSATIONS } from "@/lib/service/conversations/schemas";

export interface Selection {
  ids: ReadonlySet<string>;
  /** The header is the bulk bar, and a touch selects instead of opening. */
  isSelecting: boolean;
  start: () => void;
  toggle: (id: string) => void;
  /** Chooses these beside what is chosen. */
  add: (more: readonly string[]) => void;
  toggleAll: () => void;
  clear: () => void;
  /** Clicks that select rather than open. @returns whether it was one. */
  onRowClick: (event: MouseEvent, id: string) => boolean;
}

/**
 * The rows chosen in a list. Only what is loaded and in sight can be chosen: what leaves the list is let go.
 * @param list what names the list: another one begins with nothing chosen.
 */
export function useSelection(rows: readonly { id: string }[], list: string, isOn: boolean): Selection {
  const [chosen, setChosen] = useState<{ list: string; ids: ReadonlySet<string>; isOn: boolean }>({
    list,
    ids: NONE,
    isOn: false,
  });
  const anchor = useRef<string | null>(null);
  const isHere = chosen.list === list && isOn;
  const ids = useMemo(
    () => (isHere ? new Set(rows.filter(({ id }) => chosen.ids.has(id)).map(({ id }) => id)) : NONE),
    [chosen, isHere, rows],
  );
  /** Asked for by its button: the bar stays while nothing is chosen yet. */
  const stays = isHere && chosen.isOn;
  const isSelecting = ids.size > 0 || stays;

  // From what is chosen by then: keys are pressed faster than the list is drawn.
  const set = useCallback(
    (next: (current: ReadonlySet<string>) => Iterable<string>, isAsked = false) =>
      setChosen((known) => {
        const current = known.list === list ? known.ids : NONE;
        const inSight = rows.flatMap(({ id }) => (current.has(id) ? id : []));
        const most = [...next(new Set(inSight))].slice(0, MAX_BULK_CONVERSATIONS);
        return { list, ids: new Set(most), isOn: isAsked };
      }),
    [list, rows],
  );
  const clear = useCallback(() => {
    anchor.current = null;
    set(() => []);
  }, [set]);
  useEffect(() => {
    if (!isSelecting) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const isElsewhere =
        event.target instanceof HTMLElement &&
        event.target.closest("[role=dialog], [role=alertdialog], [role=menu], input, textarea");
      if (event.key === "Escape" && !event.defaultPrevented && !isElsewhere) clear();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [clear, isSelecting]);

  return useMemo(() => {
    const toggle = (id: string) => {
      if (!isOn) return;
      anchor.current = id;
      set((current) => {
        const next = new Set(current);
        if (!next.delete(id)) next.add(id);
        return next;
      }, stays);
    };
    /** From the row that was chosen last to this one, both of them too. */
    const extend = (id: string) => {
      const from = rows.findIndex((row) => row.id === anchor.current);
      const to = rows.findIndex((row) => row.id === id);
      if (from < 0 || to < 0) return toggle(id);
      const range = rows.slice(Math.min(from, to), Math.max(from, to) + 1).map((row) => row.id);
      set((current) => [...current, ...range], stays);
    };
    return {
      ids,
      isSelecting,
      start: () => set((current) => current, true),
      toggle,
      add: (more) => {
        anchor.current = more.at(-1) ?? anchor.current;
        if (isOn) set((current) => [...current, ...more], stays);
      },
      toggleAll: () =>
        set(
          ({ size }) =>
            size < Math.min(rows.length, MAX_BULK_CONVERSATIONS) ? rows.map(({ id }) => id) : [],
          true,
        ),
      clear,
      onRowClick: (event, id) => {
        if (!isOn || event.button !== 0 || event.metaKey || event.ctrlKey) return false;
        const selects = event.shiftKey || (isSelecting && isTouch());
        if (!selects) return false;
        event.preventDefault();
        if (event.shiftKey) extend(id);
        else toggle(id);
        return true;
      },
    };
  }, [clear, ids, isOn, isSelecting, rows, set, stays]);
}

const NONE: ReadonlySet<string> = new Set();

/** Where nothing hovers, a row is too small for two targets. */
function isTouch(): boolean {
  return window.matchMedia("(hover: none)").matches;
}
