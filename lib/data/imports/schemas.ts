import { z } from "zod";
import { moneySchema } from "@/lib/core/money-schema";
import { pageInput } from "@/lib/core/pagination";
import { columnMapSchema } from "./column-map";
import { IMPORT_KINDS } from "./fields";
import { IMPORT_PRESETS } from "./presets";

export { type ColumnMap, type ColumnMapInput, columnMapSchema, guessColumns } from "./column-map";
export { IMPORT_FIELDS, IMPORT_KINDS, type ImportKind, requiredFields } from "./fields";
export { findPreset, IMPORT_PRESETS } from "./presets";
export type { ImportPreset } from "./presets/preset";
export { REJECTION_CODES, type RejectionCode } from "./validate/row-check";

export const IMPORT_STATUSES = ["queued", "running", "succeeded", "failed", "cancelled"] as const;

const presetId = z
  .string()
  .refine(
    (id) => IMPORT_PRESETS.some((preset) => preset.id === id),
    `There is no such preset; the presets are ${IMPORT_PRESETS.map((preset) => preset.id).join(", ")}.`,
  );

/** What an import is told beside the file: a preset, or a map, or neither, and then the header is guessed from. */
export const importSettingsInput = z
  .object({
    kind: z.enum(IMPORT_KINDS),
    preset: presetId.optional(),
    map: columnMapSchema.optional(),
  })
  .refine((input) => !(input.preset && input.map), {
    path: ["map"],
    message: "Give a preset or a map, not both.",
  });

export const startImportInput = importSettingsInput.safeExtend({
  fileName: z.string().trim().min(1).max(255),
});
export type StartImportInput = z.input<typeof startImportInput>;

export const importDto = z.object({
  id: z.uuid(),
  kind: z.enum(IMPORT_KINDS),
  preset: z.string().nullable(),
  fileName: z.string(),
  fileBytes: z.int(),
  status: z.enum(IMPORT_STATUSES),
  /** 0 to 1. */
  progress: z.number(),
  rows: z.object({ read: z.int(), accepted: z.int(), rejected: z.int() }),
  /** Products, customers, or orders and returns together. */
  records: z.object({ created: z.int(), updated: z.int(), unchanged: z.int() }),
  /** Orders: net of returns, in the base currency. */
  acceptedAmount: moneySchema.nullable(),
  rejectedAmount: moneySchema.nullable(),
  /** The quarantine as CSV; null while no row was rejected. */
  rejectedUrl: z.string().nullable(),
  error: z.string().nullable(),
  /** Who started it; null for a program. */
  createdBy: z.string().nullable(),
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
});
export type ImportDto = z.infer<typeof importDto>;

export const listImportsInput = pageInput;
export type ListImportsInput = z.input<typeof listImportsInput>;

export const importIdInput = z.object({ id: z.uuid() });
export type ImportIdInput = z.input<typeof importIdInput>;

export const importPreviewDto = z.object({
  format: z.object({
    type: z.enum(["csv", "jsonl"]),
    delimiter: z.string().nullable(),
    encoding: z.string(),
    isGzip: z.boolean(),
  }),
  columns: z.array(z.string()),
  /** The preset whose columns the file has, if one fits. */
  preset: z.string().nullable(),
  /** The preset's map, the given one, or the guess from the header. */
  map: z.custom<z.output<typeof columnMapSchema>>(),
  /** What the map lacks, as plain sentences; empty when the import can start. */
  problems: z.array(z.string()),
  rows: z.array(
    z.object({
      rowNumber: z.int(),
      values: z.array(z.string()),
      problem: z.object({ code: z.string(), message: z.string() }).nullable(),
    }),
  ),
});
export type ImportPreviewDto = z.infer<typeof importPreviewDto>;
