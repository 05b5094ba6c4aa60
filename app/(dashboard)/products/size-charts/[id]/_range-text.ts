import type { Measure } from "@/lib/intelligence/sizing";

/** In which lengths are typed; weights are kilograms or pounds with them. */
export const UNITS = ["cm", "in"] as const;
export type Unit = (typeof UNITS)[number];

const CM_PER_INCH = 2.54;
const KG_PER_POUND = 0.45359237;

const FIGURE = "(\\d{1,3}(?:[.,]\\d{1,2})?)";
const RANGE = new RegExp(
  `^${FIGURE}(?:\\s*(?:-|–|—|~|～|至|到|/|to|a)\\s*${FIGURE})?\\s*(?:cm|in|"|″|kg|lbs?)?$`,
  "iu",
);

const perUnit = (measure: Measure, unit: Unit) =>
  unit === "cm" ? 1 : measure === "weightKg" ? KG_PER_POUND : CM_PER_INCH;

/** What stands in a cell, in centimetres or kilograms to a tenth; null where it is no range from small to large. */
export function readRange(text: string, measure: Measure, unit: Unit): [number, number] | null {
  const found = RANGE.exec(text.normalize("NFKC").trim());
  if (!found) return null;
  const figure = (part: string) => tenth(Number(part.replace(",", ".")) * perUnit(measure, unit));
  const from = figure(found[1]!);
  const to = found[2] === undefined ? from : figure(found[2]);
  return from <= to ? [from, to] : null;
}

/** One measurement of a body, in centimetres or kilograms. */
export function readFigure(text: string, measure: Measure, unit: Unit): number | null {
  const range = readRange(text, measure, unit);
  return range && range[0] === range[1] ? range[0] : null;
}

export const inUnit = (value: number, measure: Measure, unit: Unit) => value / perUnit(measure, unit);

/** To a tenth, without a needless nought. */
export const formatFigure = (value: number) => String(tenth(value));

const tenth = (value: number) => Math.round(value * 10) / 10;
