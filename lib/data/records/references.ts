import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { BatchError, Reference } from "./schemas";

/** Finds the id that a reference stands for; undefined where this merchant has no such record. */
export type FindReference = (reference: Reference) => string | undefined;

const SOURCES = {
  category: "SELECT id, external_id, id AS target FROM categories",
  supplier: "SELECT id, external_id, id AS target FROM suppliers",
  product: "SELECT id, external_id, id AS target FROM products",
  // A merged customer stands for the one it was merged into; an erased one can be named no more.
  customer:
    "SELECT id, external_id, coalesce(merged_into_id, id) AS target FROM (SELECT * FROM customers WHERE erased_at IS NULL) c",
} as const;

/** Resolves any number of references to one kind of record with one statement. */
export async function findReferences(
  tx: Transaction,
  merchantId: string,
  kind: keyof typeof SOURCES,
  references: Iterable<Reference>,
): Promise<FindReference> {
  const ids = new Set<string>();
  const externalIds = new Set<string>();
  for (const reference of references)
    "id" in reference ? ids.add(reference.id) : externalIds.add(reference.externalId);
  const targets = new Map<string, string>();
  if (ids.size + externalIds.size > 0) {
    const rows = await tx.execute<{ id: string; external_id: string; target: string }>(sql`
      ${sql.raw(SOURCES[kind])} WHERE merchant_id = ${merchantId} AND (
        id IN (SELECT jsonb_array_elements_text(${JSON.stringify([...ids])}::jsonb)::uuid)
        OR external_id IN (SELECT jsonb_array_elements_text(${JSON.stringify([...externalIds])}::jsonb)))`);
    for (const row of rows) {
      targets.set(`id ${row.id}`, row.target);
      targets.set(`externalId ${row.external_id}`, row.target);
    }
  }
  return (reference) => targets.get(referenceKey(reference));
}

function referenceKey(reference: Reference): string {
  return "id" in reference ? `id ${reference.id}` : `externalId ${reference.externalId}`;
}

export function missingReference(what: string, reference: Reference, path: string): BatchError {
  const named = "id" in reference ? `the id ${reference.id}` : `the externalId “${reference.externalId}”`;
  return {
    code: "reference_not_found",
    message: `There is no ${what} with ${named}. Send it first, then this item again.`,
    path,
  };
}
