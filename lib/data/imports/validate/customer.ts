import type { ColumnMap } from "../column-map";
import type { CustomerField } from "../fields";
import { readEmail, readLocale, readPhone, readPlace } from "./contact-cells";
import { type Cell, cellReader, limitText, requireKey } from "./row-check";

export const CUSTOMER_COLUMNS = [
  "external_id",
  "name",
  "email",
  "phone",
  "locale",
  "country",
  "city",
] as const;

/** Checks one customer. Empty cells are null: on a customer who exists they leave what is known. */
export function customerCheck(map: ColumnMap, columns: readonly string[]) {
  const cell = cellReader<CustomerField>(map, columns);
  return (values: readonly string[]): Cell[] => {
    const read = (field: CustomerField) => cell(values, field);
    return [
      requireKey(read("externalId"), "external id"),
      limitText(read("name"), "name"),
      readEmail(read("email")),
      readPhone(read("phone")),
      readLocale(read("locale")),
      readPlace(read("country"), "country"),
      readPlace(read("city"), "city"),
    ];
  };
}
