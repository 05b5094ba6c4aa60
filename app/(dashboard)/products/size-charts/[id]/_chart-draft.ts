import { sizeChartSchema } from "@/lib/data/catalog/schemas";
import { MEASURES, type Measure, type SizeChart } from "@/lib/intelligence/sizing";
import { formatFigure, inUnit, readRange, type Unit } from "./_range-text";

/** A size chart as it is being typed: each cell a range in the chosen unit. */
export interface ChartDraft {
  unit: Unit;
  measures: Measure[];
  rows: DraftRow[];
}

export interface DraftRow {
  id: string;
  label: string;
  cells: Partial<Record<Measure, string>>;
}

export type ChartProblem =
  | "wrongRange"
  | "outOfBounds"
  | "noLabel"
  | "twice"
  | "notRising"
  | "noMeasure"
  | "empty";

/** `cells` by row id and measure, or "label"; `chart` where no cell is to blame. */
export interface ReadChart {
  chart: SizeChart | null;
  cells: Readonly<Record<string, ChartProblem>>;
  problem: ChartProblem | null;
}

export const cellKey = (rowId: string, column: Measure | "label") => `${rowId}:${column}`;

let made = 0;
export const emptyRow = (): DraftRow => ({ id: `row-${++made}`, label: "", cells: {} });

/** A chart to change; for a new one a grid for what most garments are measured by. */
export function draftOf(chart: SizeChart | null, unit: Unit = "cm"): ChartDraft {
  if (!chart)
    return {
      unit,
      measures: ["chestCm", "waistCm", "heightCm"],
      rows: ["S", "M", "L"].map((label) => ({ ...emptyRow(), label })),
    };
  const measures = MEASURES.filter((measure) =>
    chart.sizes.some(({ ranges }) => ranges[measure] !== undefined),
  );
  const rows = chart.sizes.map(({ label, ranges }) => ({
    ...{ id: emptyRow().id, label },
    cells: Object.fromEntries(
      measures.flatMap((measure) => {
        const range = ranges[measure];
        return range ? [[measure, rangeText(range, measure, unit)]] : [];
      }),
    ),
  }));
  return { unit, measures, rows };
}

/** The same chart in the other unit; a cell that is no range stays as it was typed. */
export function convert(draft: ChartDraft, unit: Unit): ChartDraft {
  if (unit === draft.unit) return draft;
  const rows = draft.rows.map((row) => ({
    ...row,
    cells: Object.fromEntries(
      Object.entries(row.cells).map(([measure, text]) => {
        const range = readRange(text, measure as Measure, draft.unit);
        return [measure, range ? rangeText(range, measure as Measure, unit) : text];
      }),
    ),
  }));
  return { ...draft, unit, rows };
}

const isEmptyRow = ({ label, cells }: DraftRow) =>
  label.trim() === "" && Object.values(cells).every((text) => text.trim() === "");

/** The chart that the draft means, or what stands in its way, cell by cell. Rows without anything are left out. */
export function readChart(draft: ChartDraft): ReadChart {
  const cells: Record<string, ChartProblem> = {};
  const rows = draft.rows.filter((row) => !isEmptyRow(row));
  const seen = new Set<string>();
  const sizes = rows.map((row) => {
    const label = row.label.trim();
    if (label === "") cells[cellKey(row.id, "label")] = "noLabel";
    else if (seen.has(label.toUpperCase())) cells[cellKey(row.id, "label")] = "twice";
    seen.add(label.toUpperCase());
    const ranges = draft.measures.flatMap((measure) => {
      const text = row.cells[measure]?.trim() ?? "";
      if (text === "") return [];
      const range = readRange(text, measure, draft.unit);
      if (!range) cells[cellKey(row.id, measure)] = "wrongRange";
      return range ? [[measure, range] as const] : [];
    });
    if (label !== "" && draft.measures.every((measure) => (row.cells[measure]?.trim() ?? "") === ""))
      cells[cellKey(row.id, "label")] ??= "noMeasure";
    return { label, ranges: Object.fromEntries(ranges) };
  });
  if (rows.length === 0) return { chart: null, cells, problem: "empty" };
  if (Object.keys(cells).length > 0) return { chart: null, cells, problem: null };
  const checked = sizeChartSchema.safeParse({ sizes });
  if (checked.success) return { chart: checked.data, cells, problem: null };
  for (const { path } of checked.error.issues) {
    const [, at, part, measure] = path;
    if (part === "ranges" && measure !== undefined)
      cells[cellKey(rows[at as number]!.id, measure as Measure)] = "outOfBounds";
  }
  return { chart: null, cells, problem: Object.keys(cells).length > 0 ? null : "notRising" };
}

function rangeText([from, to]: readonly [number, number], measure: Measure, unit: Unit): string {
  const [a, b] = [formatFigure(inUnit(from, measure, unit)), formatFigure(inUnit(to, measure, unit))];
  return a === b ? a : `${a}–${b}`;
}
