import type { ServicePolicyDto } from "@/lib/data/after-sales/schemas";

/** A policy as it is being changed: a number that was deleted is NaN until another is typed. */
export type Draft = Omit<ServicePolicyDto, "updatedAt">;

export type Address = NonNullable<Draft["returnAddress"]>;

export interface SectionProps {
  draft: Draft;
  set: (change: Partial<Draft>) => void;
  /** What the server found wrong, by path. */
  fields: Record<string, string>;
}

/** The settings that differ; an address without its empty parts, as it is stored. */
export function changesOf(before: Draft, draft: Draft): Partial<Draft> {
  const after: Draft = { ...draft, returnAddress: draft.returnAddress && tidy(draft.returnAddress) };
  const keys = Object.keys(after) as (keyof Draft)[];
  return Object.fromEntries(
    keys.flatMap((key) => (canonical(after[key]) === canonical(before[key]) ? [] : [[key, after[key]]])),
  );
}

function tidy({ lines, phone, region, postalCode, ...address }: Address): Address {
  return {
    ...address,
    lines: lines.filter((line) => line.trim() !== ""),
    ...(phone?.trim() ? { phone } : {}),
    ...(region?.trim() ? { region } : {}),
    ...(postalCode?.trim() ? { postalCode } : {}),
  };
}

/** The order of fields, and of categories, says nothing. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return JSON.stringify([...value].sort());
  if (value !== null && typeof value === "object") return JSON.stringify(Object.entries(value).sort());
  return JSON.stringify(value);
}
