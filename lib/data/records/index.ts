import "server-only";

// How facts are read in lists and written in batches: what the domains of facts have in common.
export { closeBatch } from "./close-batch";
export { currentCustomer } from "./current-customer";
export { afterCursor, likePattern, orderBy, type SortOrder, toIso } from "./keyset";
export { type Batch, type BatchEntry, keepEntries, openBatch, rejectItem } from "./open-batch";
export { type FindReference, findReferences, missingReference } from "./references";
export { type UpsertTarget, upsertByExternalId, upsertRows } from "./upsert-rows";
