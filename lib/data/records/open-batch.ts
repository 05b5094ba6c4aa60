import type { z } from "zod";
import { toFieldIssues } from "@/lib/core/parse";
import type { BatchError, BatchResult } from "./schemas";

export interface BatchEntry<Item> {
  index: number;
  item: Item;
}

/** A batch on its way: what may still go in, and what has been decided. */
export interface Batch<Item> {
  entries: BatchEntry<Item>[];
  results: BatchResult[];
}

/** Validates each item by itself and turns away repeats of an external id. */
export function openBatch<Item extends { externalId: string }>(
  schema: z.ZodType<Item>,
  items: readonly unknown[],
): Batch<Item> {
  const batch: Batch<Item> = { entries: [], results: [] };
  const seen = new Map<string, number>();
  for (const [index, raw] of items.entries()) {
    const parsed = schema.safeParse(raw);
    if (!parsed.success) {
      const { path, message } = toFieldIssues(parsed.error)[0]!;
      rejectItem(batch, index, { code: "invalid_item", message, ...(path ? { path } : {}) });
      continue;
    }
    const first = seen.get(parsed.data.externalId);
    if (first !== undefined) {
      const message = `Item ${first} of this batch has the same externalId. Send each record once.`;
      rejectItem(batch, index, { code: "duplicate_in_batch", message, path: "externalId" });
      continue;
    }
    seen.set(parsed.data.externalId, index);
    batch.entries.push({ index, item: parsed.data });
  }
  return batch;
}

export function rejectItem(batch: Batch<unknown>, index: number, error: BatchError): void {
  batch.results[index] = { index, status: "rejected", error };
}

/** Keeps the entries for which `check` finds no error; the others are rejected with theirs. */
export function keepEntries<Item>(
  batch: Batch<Item>,
  check: (item: Item, index: number) => BatchError | null,
): void {
  batch.entries = batch.entries.filter(({ index, item }) => {
    const error = check(item, index);
    if (error) rejectItem(batch, index, error);
    return error === null;
  });
}

/** How many items ended how, for the audit log. */
export function countResults(batch: Batch<unknown>): Record<BatchResult["status"], number> {
  const counts = { created: 0, updated: 0, unchanged: 0, rejected: 0 };
  for (const result of batch.results) counts[result.status] += 1;
  return counts;
}
