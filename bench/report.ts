import { cpus, loadavg, totalmem } from "node:os";
import { type Figure, isMet, isSkipped, type Line, ratioOf, type Unit } from "./measure";

export interface Environment {
  node: string;
  cores: number;
  processor: string;
  memoryGb: number;
  /** Average number of processes that wanted a core in the last minute, this run's own included. */
  load: { atStart: number; atEnd: number };
  at: string;
}

export function describeEnvironment(loadAtStart: number): Environment {
  return {
    node: process.version,
    cores: cpus().length,
    processor: cpus()[0]?.model ?? "unknown",
    memoryGb: Math.round(totalmem() / 2 ** 30),
    load: { atStart: round(loadAtStart, 1), atEnd: round(loadavg()[0] ?? 0, 1) },
    at: new Date().toISOString(),
  };
}

/** The table on the terminal: a row for every figure, its target and its bound, then what the figures were taken on. */
export function printReport(lines: readonly Line[], environment: Environment): void {
  const rows = [["Measure", "Result", "Target", "Met", "Bound in the same run", "Ratio", "Note"]];
  for (const line of lines) rows.push(isSkipped(line) ? [line.name, "skipped", line.skipped] : toRow(line));
  const full = rows.filter((row) => row.length > 3);
  const widths = full[0]!.map((_, column) => Math.max(...full.map((row) => row[column]?.length ?? 0)));
  const text = (row: string[]) =>
    row.map((cell, at) => cell.padEnd(row.length > 3 ? widths[at]! : (widths.at(at) ?? 0))).join("  ");
  console.log("");
  for (const [at, row] of rows.entries()) {
    console.log(text(row).trimEnd());
    if (at === 0) console.log(widths.map((width) => "-".repeat(width)).join("  "));
  }
  const { node, cores, processor, memoryGb, load } = environment;
  console.log(
    `\nNode ${node}, ${cores} cores (${processor}), ${memoryGb} GB; load ${load.atStart} at the start, ${load.atEnd} at the end.`,
  );
}

function toRow(figure: Figure): string[] {
  const { name, value, unit, target, bound, note } = figure;
  const met = isMet(figure);
  const ratio = ratioOf(figure);
  return [
    name,
    amount(value, unit),
    target ? `${target.is} ${amount(target.value, unit)}` : "",
    met === null ? "" : met ? "yes" : "NO",
    bound ? `${bound.label}: ${amount(bound.value, unit)}` : "",
    ratio === null ? "" : ratio.toFixed(ratio < 10 ? 2 : 0),
    note ?? "",
  ];
}

function amount(value: number, unit: Unit): string {
  if (unit === "GBP") return `£${value.toLocaleString("en", { minimumFractionDigits: 2 })}`;
  const digits = unit === "" ? 4 : unit === "s" ? 1 : value < 10 ? 1 : 0;
  const number = Number.isFinite(value)
    ? value.toLocaleString("en", { maximumFractionDigits: digits })
    : "none";
  return unit === "" ? number : `${number} ${unit}`;
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
