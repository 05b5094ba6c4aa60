"use client";

import { ReferenceLine } from "recharts";
import type { placeEvents } from "./chart-format";

/** Events as named lines across a plot; a label turns to the side that has room. */
export function eventLines(placed: ReturnType<typeof placeEvents>, points: number) {
  return placed.map((event) => (
    <ReferenceLine
      key={`${event.x} ${event.label}`}
      x={event.x}
      stroke="var(--line-strong)"
      label={{
        value: event.label,
        position: event.index > points / 2 ? "insideTopRight" : "insideTopLeft",
        offset: 0,
        dy: -17,
        fontSize: 11,
        fill: "var(--ink-2)",
      }}
    />
  ));
}
