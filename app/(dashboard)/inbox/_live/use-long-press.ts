"use client";

import { type PointerEvent, useMemo, useRef } from "react";

const LONG_MS = 450;
/** A finger that goes further than this scrolls. */
const STILL_PX = 10;

/** A finger that rests on something; the click that follows it is told apart by `wasLong`. */
export function useLongPress(onLongPress: () => void) {
  const state = useRef({ timer: 0, x: 0, y: 0, isLong: false });
  const latest = useRef(onLongPress);
  latest.current = onLongPress;
  return useMemo(() => {
    const end = () => window.clearTimeout(state.current.timer);
    return {
      wasLong: () => state.current.isLong,
      handlers: {
        onPointerDown: (event: PointerEvent) => {
          state.current.isLong = false;
          if (event.pointerType !== "touch") return;
          const { clientX: x, clientY: y } = event;
          const timer = window.setTimeout(() => {
            state.current.isLong = true;
            latest.current();
          }, LONG_MS);
          state.current = { timer, x, y, isLong: false };
        },
        onPointerMove: ({ clientX, clientY }: PointerEvent) => {
          const { x, y } = state.current;
          if (Math.hypot(clientX - x, clientY - y) > STILL_PX) end();
        },
        onPointerUp: end,
        onPointerCancel: end,
        // On a phone a long press would open the link's own menu.
        onContextMenu: (event: { preventDefault: () => void }) => {
          if (state.current.isLong) event.preventDefault();
        },
      },
    };
  }, []);
}
