import type { ImportKind, ImportPreviewDto } from "@/lib/data/imports/schemas";

export interface KindFacts {
  kind: ImportKind;
  fields: { name: string; required: boolean }[];
  presets: { id: string; name: string }[];
}

export type ColumnMap = ImportPreviewDto["map"];

/** What is sent beside the file: a known layout, a map made by hand, or neither, and then the header decides. */
export type Choice = { by: "header" } | { by: "preset"; id: string } | { by: "hand"; map: ColumnMap };

/** A failure as problem+json told it. */
export interface Failure {
  message: string;
  requestId: string;
}
