"use client";

import { type KeyboardEvent, useRef, useState } from "react";

/** One tab stop for a whole grid; arrow keys, Home and End move within it (WAI-ARIA grid pattern). */
export function useGridFocus(rows: number, columns: number) {
  const [at, setAt] = useState<[number, number]>([0, 0]);
  const grid = useRef<HTMLTableElement>(null);
  const current: [number, number] = [Math.min(at[0], rows - 1), Math.min(at[1], columns - 1)];

  const onKeyDown = (event: KeyboardEvent) => {
    const [row, column] = current;
    const moves: Record<string, [number, number]> = {
      ArrowUp: [row - 1, column],
      ArrowDown: [row + 1, column],
      ArrowLeft: [row, column - 1],
      ArrowRight: [row, column + 1],
      Home: event.ctrlKey ? [0, 0] : [row, 0],
      End: event.ctrlKey ? [rows - 1, columns - 1] : [row, columns - 1],
    };
    const to = moves[event.key];
    if (!to) return;
    event.preventDefault();
    const next: [number, number] = [clamp(to[0], rows), clamp(to[1], columns)];
    setAt(next);
    grid.current?.querySelector<HTMLElement>(`[data-cell="${next[0]} ${next[1]}"]`)?.focus();
  };

  return {
    grid,
    current,
    onKeyDown,
    /** What every cell carries. */
    cell: (row: number, column: number) => ({
      "data-cell": `${row} ${column}`,
      tabIndex: row === current[0] && column === current[1] ? 0 : -1,
      onFocus: () => setAt([row, column]),
    }),
  };
}

function clamp(value: number, length: number): number {
  return Math.max(0, Math.min(length - 1, value));
}
