"use client";

import { useState } from "react";
import { useFormatter, useLocale, useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import { ScrollArea } from "@/components/ui/scroll-area";
import type { ConfusionEntry, ConfusionMatrix } from "./confusion-matrix";
import { useGridFocus } from "./use-grid-focus";

interface MatrixGridProps<Key extends string> {
  matrix: ConfusionMatrix<Key>;
  nameOf: (key: Key) => string;
  /** Opens a cell that has something inside; left out where there is no deeper. */
  onOpen?: (row: Key, column: Key) => void;
}

/** Figures in washes: jade where it was read right, cinnabar where confused, stronger the larger the row's share. */
export function MatrixGrid<Key extends string>({ matrix, nameOf, onOpen }: MatrixGridProps<Key>) {
  const t = useTranslations("understanding.confusion");
  const format = useFormatter();
  const isChinese = useLocale() === "zh-CN";
  const { rows, columns, entry, total } = matrix;
  const { grid, cell, onKeyDown } = useGridFocus(rows.length, columns.length);
  const [pointed, setPointed] = useState<string | null>(null);
  const percent = (share: number) => format.number(share, { style: "percent", maximumFractionDigits: 0 });

  const describe = (row: Key, column: Key, { count, share, inside }: ConfusionEntry): string => {
    const asked = nameOf(row);
    if (row === column) {
      const right = t("right", { right: count, total: total(row), asked, share: percent(share) });
      return inside > 0 ? `${right} ${t("inside", { count: inside })}` : right;
    }
    const read = nameOf(column);
    return count === 0
      ? t("none", { asked, read })
      : t("wrong", { count, asked, read, share: percent(share) });
  };

  return (
    <div className="min-w-0">
      <ScrollArea label={t("title")} orientation="horizontal">
        <table
          ref={grid}
          aria-label={t("matrix")}
          onKeyDown={onKeyDown}
          onMouseLeave={() => setPointed(null)}
          className="border-separate border-spacing-0.5 text-xs"
        >
          <thead>
            <tr>
              <th scope="col" className="pr-2 pb-1 text-left align-bottom font-normal text-ink-3 text-micro">
                {t("asked")} ↓ · {t("read")} →
              </th>
              {columns.map((column) => (
                <th key={column} scope="col" className="h-30 pt-1 pb-1 align-bottom font-normal text-ink-2">
                  <span
                    className={cn(
                      "mx-auto block max-h-28 truncate [writing-mode:vertical-rl]",
                      !isChinese && "rotate-180",
                    )}
                  >
                    {nameOf(column)}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, r) => (
              <tr key={row}>
                <th
                  scope="row"
                  className="sticky left-0 z-1 max-w-40 truncate bg-surface pr-2 text-left font-normal text-ink-2"
                >
                  {nameOf(row)}
                </th>
                {columns.map((column, c) => {
                  const value = entry(row, column);
                  const words = describe(row, column, value);
                  const opens = onOpen && value.count + value.inside > 0;
                  const isRight = row === column;
                  const focus = cell(r, c);
                  return (
                    <td key={column} className="p-0">
                      <button
                        type="button"
                        {...focus}
                        aria-label={words}
                        aria-disabled={onOpen && !opens ? true : undefined}
                        onFocus={() => {
                          focus.onFocus();
                          setPointed(words);
                        }}
                        onMouseEnter={() => setPointed(words)}
                        onClick={() => (opens ? onOpen(row, column) : setPointed(words))}
                        className={cn(
                          "h-8 w-full min-w-12 rounded-sm px-0.5 text-center tabular-nums",
                          opens ? "hover:outline hover:outline-ink-3" : "cursor-default",
                          washOf(value, isRight, total(row)) ? "" : "bg-ink/[.025]",
                        )}
                        style={washOf(value, isRight, total(row))}
                      >
                        {total(row) === 0
                          ? null
                          : isRight
                            ? percent(value.share)
                            : value.count > 0
                              ? value.count
                              : null}
                        {value.inside > 0 ? (
                          <sup className="text-[9px] text-ink-2">+{value.inside}</sup>
                        ) : null}
                      </button>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
      <p className="mt-2 min-h-9 text-compact text-ink-2">{pointed ?? t("point")}</p>
    </div>
  );
}

/** By the root of the share, so that small confusions can be seen beside large ones. */
function washOf({ count, share }: ConfusionEntry, isRight: boolean, total: number) {
  if (total === 0 || (count === 0 && !isRight)) return undefined;
  const strength = isRight ? 8 + 24 * share : 8 + 38 * Math.sqrt(share);
  const hue = isRight ? "var(--jade)" : "var(--cinnabar)";
  return { background: `color-mix(in oklch, ${hue} ${strength.toFixed(0)}%, transparent)` };
}
