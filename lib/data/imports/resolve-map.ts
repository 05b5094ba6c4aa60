import { AppError } from "@/lib/core/errors";
import {
  type ColumnMap,
  columnMapSchema,
  findMapProblems,
  findMissingColumns,
  guessColumns,
  guessFormats,
} from "./column-map";
import type { ImportKind } from "./fields";
import { findPreset, IMPORT_PRESETS } from "./presets";
import type { ImportPreset } from "./presets/preset";
import { fileError } from "./read/file-error";

export interface ImportSettings {
  kind: ImportKind;
  preset?: string | null | undefined;
  map?: ColumnMap | null | undefined;
}

/** Checks settings before there is a file. @throws AppError `invalid_input` */
export function checkSettings(settings: ImportSettings): void {
  const preset = settings.preset ? findPreset(settings.preset) : undefined;
  if (preset && preset.kind !== settings.kind) {
    const message = `The preset ${preset.id} is for ${preset.kind}, not for ${settings.kind}.`;
    throw new AppError("invalid_input", message, { issues: [{ path: "preset", message }] });
  }
  const problems = settings.map ? findMapProblems(settings.map, settings.kind) : [];
  if (problems.length === 0) return;
  throw new AppError("invalid_input", problems[0]!, {
    issues: problems.map((message) => ({ path: "map", message })),
  });
}

/** The map for a file whose header is known: the preset's, the given one, or a guess; and what it lacks. */
export function resolveMap(
  settings: ImportSettings,
  columns: readonly string[],
  sampleCells: readonly string[] = [],
): { map: ColumnMap; problems: string[] } {
  const preset = settings.preset ? findPreset(settings.preset) : undefined;
  if (preset) return resolvePreset(preset, columns);
  const map =
    settings.map ??
    columnMapSchema.parse({ columns: guessColumns(columns, settings.kind), ...guessFormats(sampleCells) });
  return { map, problems: [...findMapProblems(map, settings.kind), ...describeMissing(map, columns)] };
}

function resolvePreset(preset: ImportPreset, columns: readonly string[]) {
  const map = columnMapSchema.parse(preset.map);
  const optional = new Set(preset.optionalColumns);
  const present = Object.entries(map.columns).filter(
    ([, wanted]) => columns.includes(String(wanted)) || !optional.has(String(wanted)),
  );
  const used = { ...map, columns: Object.fromEntries(present) };
  return { map: used, problems: [...findMapProblems(used, preset.kind), ...describeMissing(used, columns)] };
}

function describeMissing(map: ColumnMap, columns: readonly string[]): string[] {
  const missing = findMissingColumns(map, columns);
  if (missing.length === 0) return [];
  const names = (list: readonly string[]) => list.slice(0, 20).join(", ");
  return [`The file has no column ${names(missing)}; its columns are ${names(columns)}.`];
}

/** The same, for a run: a map that lacks something is an error. @throws AppError `invalid_input` */
export function requireMap(
  settings: ImportSettings,
  columns: readonly string[],
  sampleCells: readonly string[],
): ColumnMap {
  const { map, problems } = resolveMap(settings, columns, sampleCells);
  if (problems.length > 0) throw fileError(problems.join(" "));
  return map;
}

/** The most particular preset of a kind whose columns the file has. */
export function detectPreset(kind: ImportKind, columns: readonly string[]): ImportPreset | undefined {
  return IMPORT_PRESETS.filter((preset) => preset.kind === kind)
    .filter((preset) => resolvePreset(preset, columns).problems.length === 0)
    .sort((a, b) => Object.keys(b.map.columns).length - Object.keys(a.map.columns).length)[0];
}
