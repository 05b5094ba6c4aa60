"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";

const NEAR_PX = 48;

/**
 * Scrolling of a log that is laid out from its end (column-reverse, so scrollTop counts down from 0 at the end).
 * A reader at the end stays there; one who has scrolled up is never moved, whatever arrives below.
 */
export function useStickToEnd(
  scroller: RefObject<HTMLElement | null>,
  content: RefObject<HTMLElement | null>,
) {
  const [isAtEnd, setAtEnd] = useState(true);
  const atEnd = useRef(true);

  useEffect(() => {
    const view = scroller.current;
    const inner = content.current;
    if (!view || !inner) return;
    let height = inner.offsetHeight;
    const onScroll = () => {
      atEnd.current = view.scrollTop > -NEAR_PX;
      setAtEnd(atEnd.current);
    };
    const observer = new ResizeObserver(() => {
      const grown = inner.offsetHeight - height;
      height = inner.offsetHeight;
      if (grown !== 0 && !atEnd.current) view.scrollTop -= grown;
    });
    observer.observe(inner);
    view.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      observer.disconnect();
      view.removeEventListener("scroll", onScroll);
    };
  }, [scroller, content]);

  const toEnd = useCallback(() => {
    atEnd.current = true;
    setAtEnd(true);
    scroller.current?.scrollTo({ top: 0 });
  }, [scroller]);

  return { isAtEnd, toEnd };
}
