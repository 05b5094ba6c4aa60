import { IMPORT_FIELDS, type ImportKind, requiredFields } from "../fields";
import type { ImportPreset } from "./preset";

/** Our own layout of a kind: the column of a field is its name in snake_case. */
export function ownPreset(kind: ImportKind): ImportPreset {
  const fields = Object.keys(IMPORT_FIELDS[kind]);
  const required = new Set(requiredFields(kind));
  return {
    id: `zhanggui-${kind}`,
    kind,
    name: `Zhanggui ${kind}`,
    map: { columns: Object.fromEntries(fields.map((field) => [field, toSnakeCase(field)])) },
    optionalColumns: fields.filter((field) => !required.has(field)).map(toSnakeCase),
  };
}

function toSnakeCase(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
