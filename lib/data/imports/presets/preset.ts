import type { ColumnMapInput } from "../column-map";
import type { ImportKind } from "../fields";

/** A known file layout: which column is which field, how numbers and dates are written, what marks a return. */
export interface ImportPreset {
  id: string;
  kind: ImportKind;
  /** Its proper name; the same in every language. */
  name: string;
  map: ColumnMapInput;
  /** Mapped columns that a file may lack. */
  optionalColumns?: readonly string[];
}
