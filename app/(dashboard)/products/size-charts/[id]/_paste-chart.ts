import { MEASURES, type Measure } from "@/lib/intelligence/sizing";
import { type ChartDraft, type DraftRow, emptyRow } from "./_chart-draft";

const MAX_ROWS = 40;

/** How the columns of a spreadsheet are called. */
const HEADINGS: Record<Measure, RegExp> = {
  chestCm: /胸|chest|bust|pecho|busto/iu,
  waistCm: /腰|waist|cintura/iu,
  hipCm: /臀|hip|cadera/iu,
  shoulderCm: /肩|shoulder|hombro/iu,
  footLengthCm: /脚长|腳長|足|foot|pie(?!\p{L})/iu,
  heightCm: /身高|height|estatura|altura/iu,
  weightKg: /体重|體重|weight|peso/iu,
};
const INCHES = /inch|(?<!\p{L})in(?!\p{L})|英寸|pulg|″|"/iu;

/** The cells of what was copied from a spreadsheet; null where it is one cell. */
export function readTable(text: string): string[][] | null {
  const lines = text.replace(/\r/g, "").replace(/\n+$/, "").split("\n");
  const table = lines.map((line) =>
    line.split(line.includes("\t") ? "\t" : /[;|]/).map((cell) => cell.trim()),
  );
  return table.length > 1 || table[0]!.length > 1 ? table : null;
}

/**
 * Puts a copied table into the grid. With a row of headings it replaces the chart; without one it fills the cells from
 * where the cursor is, to the right and down, and adds the rows that are missing.
 * @param column 0 is the size's name.
 */
export function pasteTable(
  draft: ChartDraft,
  table: readonly string[][],
  row: number,
  column: number,
): ChartDraft {
  const headings = table[0]!.map((heading) => MEASURES.find((measure) => HEADINGS[measure].test(heading)));
  if (table.length > 1 && headings.some((measure) => measure !== undefined))
    return fromTable(draft, table, headings);
  const rows = [...draft.rows];
  for (const [down, line] of table.entries()) {
    const at = row + down;
    if (at >= MAX_ROWS) break;
    rows[at] = withCells(rows[at] ?? emptyRow(), draft.measures, line, column);
  }
  return { ...draft, rows };
}

function fromTable(
  draft: ChartDraft,
  [first, ...lines]: readonly string[][],
  headings: readonly (Measure | undefined)[],
): ChartDraft {
  const measures = [...new Set(headings.filter((measure) => measure !== undefined))];
  const labelAt = Math.max(0, headings.indexOf(undefined));
  const rows = lines.slice(0, MAX_ROWS).map((line) => ({
    ...emptyRow(),
    label: line[labelAt] ?? "",
    cells: Object.fromEntries(measures.map((measure) => [measure, line[headings.indexOf(measure)] ?? ""])),
  }));
  const unit = INCHES.test(first!.join(" "))
    ? "in"
    : /cm|厘米|公分/iu.test(first!.join(" "))
      ? "cm"
      : draft.unit;
  return { unit, measures, rows };
}

function withCells(
  row: DraftRow,
  measures: readonly Measure[],
  line: readonly string[],
  column: number,
): DraftRow {
  let next = row;
  for (const [right, text] of line.entries()) {
    const at = column + right;
    const measure = measures[at - 1];
    if (at === 0) next = { ...next, label: text };
    else if (measure) next = { ...next, cells: { ...next.cells, [measure]: text } };
  }
  return next;
}
