"use client";

import { Plus, X } from "lucide-react";
import { type ClipboardEvent, type KeyboardEvent, useRef } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { MEASURES, type Measure } from "@/lib/intelligence/sizing";
import { type ChartDraft, type ChartProblem, cellKey, type DraftRow, emptyRow } from "../_chart-draft";
import { pasteTable, readTable } from "../_paste-chart";

interface ChartGridProps {
  draft: ChartDraft;
  /** By `cellKey`. */
  problems: Readonly<Record<string, ChartProblem>>;
  onChange: (draft: ChartDraft) => void;
}

/**
 * A size in each row, a measure in each column. Arrows and Enter move like in a spreadsheet, Enter in the last row adds
 * one, and a copied table is pasted into any cell.
 */
export function ChartGrid({ draft, problems, onChange }: ChartGridProps) {
  const t = useTranslations("sizeCharts");
  const table = useRef<HTMLTableElement>(null);
  const { measures, rows } = draft;
  const focus = (row: number, column: number) =>
    table.current?.querySelector<HTMLInputElement>(`[data-cell="${row}:${column}"]`)?.focus();
  const setRow = (at: number, row: DraftRow) =>
    onChange({ ...draft, rows: rows.map((old, i) => (i === at ? row : old)) });
  const addRow = () => {
    onChange({ ...draft, rows: [...rows, emptyRow()] });
    // Once it is drawn.
    requestAnimationFrame(() => focus(rows.length, 0));
  };
  const move = (event: KeyboardEvent<HTMLInputElement>, row: number, column: number) => {
    if (event.nativeEvent.isComposing) return;
    const { key, currentTarget: input } = event;
    const isAtEnd = input.selectionStart === input.value.length;
    const isAtStart = input.selectionEnd === 0;
    if (key === "Enter" && row === rows.length - 1) addRow();
    else if (key === "ArrowDown" || key === "Enter") focus(row + 1, column);
    else if (key === "ArrowUp") focus(row - 1, column);
    else if (key === "ArrowRight" && isAtEnd) focus(row, column + 1);
    else if (key === "ArrowLeft" && isAtStart) focus(row, column - 1);
    else return;
    event.preventDefault();
  };
  const paste = (event: ClipboardEvent, row: number, column: number) => {
    const copied = readTable(event.clipboardData.getData("text"));
    if (!copied) return;
    event.preventDefault();
    onChange(pasteTable(draft, copied, row, column));
  };
  const cell = (row: DraftRow, at: number, column: number, name: Measure | "label", label: string) => {
    const problem = problems[cellKey(row.id, name)];
    return {
      "data-cell": `${at}:${column}`,
      "aria-label": label,
      autoComplete: "off",
      ...(problem ? { "aria-invalid": true as const, title: t(`problems.${problem}`) } : {}),
      onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => move(event, at, column),
      onPaste: (event: ClipboardEvent) => paste(event, at, column),
    };
  };
  const heading = (measure: Measure) => t(`measures.${measure}.${draft.unit}`);
  const left = MEASURES.filter((measure) => !measures.includes(measure));
  return (
    <div className="grid gap-3">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keys */}
      <section className="overflow-x-auto" aria-label={t("grid")} tabIndex={0}>
        <table ref={table} className="border-separate border-spacing-1">
          <thead>
            <tr>
              <th scope="col" className="px-1 text-left font-medium text-xs">
                {t("size")}
              </th>
              {measures.map((measure) => (
                <th key={measure} scope="col" className="px-1 text-left font-medium text-xs">
                  <span className="flex items-center gap-1 whitespace-nowrap">
                    {heading(measure)}
                    <Button
                      variant="ghost"
                      size="icon"
                      aria-label={t("removeMeasure", { measure: heading(measure) })}
                      onClick={() =>
                        onChange({ ...draft, measures: measures.filter((one) => one !== measure) })
                      }
                    >
                      <X aria-hidden />
                    </Button>
                  </span>
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={row.id}>
                <td>
                  <Input
                    {...cell(row, at, 0, "label", t("sizeOf", { row: at + 1 }))}
                    className="w-20 font-medium"
                    maxLength={20}
                    value={row.label}
                    onChange={(event) => setRow(at, { ...row, label: event.target.value })}
                  />
                </td>
                {measures.map((measure, column) => (
                  <td key={measure}>
                    <Input
                      {...cell(
                        ...([row, at, column + 1, measure] as const),
                        t("cellOf", { measure: heading(measure), size: row.label || String(at + 1) }),
                      )}
                      className="w-28"
                      inputMode="text"
                      placeholder="–"
                      value={row.cells[measure] ?? ""}
                      onChange={(event) =>
                        setRow(at, { ...row, cells: { ...row.cells, [measure]: event.target.value } })
                      }
                    />
                  </td>
                ))}
                <td>
                  <Button
                    variant="ghost"
                    size="icon"
                    aria-label={t("removeSize", { size: row.label || String(at + 1) })}
                    onClick={() => onChange({ ...draft, rows: rows.filter(({ id }) => id !== row.id) })}
                  >
                    <X aria-hidden />
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <div className="flex flex-wrap items-center gap-2">
        <Button variant="outline" onClick={addRow} disabled={rows.length >= 40}>
          <Plus aria-hidden />
          {t("addSize")}
        </Button>
        {left.length > 0 ? (
          <NativeSelect
            aria-label={t("addMeasure")}
            className="max-w-52"
            value=""
            onChange={(event) => {
              const measure = left.find((one) => one === event.target.value);
              if (measure) onChange({ ...draft, measures: [...measures, measure] });
            }}
          >
            <option value="">{t("addMeasure")}</option>
            {left.map((measure) => (
              <option key={measure} value={measure}>
                {heading(measure)}
              </option>
            ))}
          </NativeSelect>
        ) : null}
      </div>
    </div>
  );
}
