import "server-only";

// What the other domains of facts build their batches, references and lists with.
export { type Batch, type BatchEntry, keepEntries, openBatch, rejectItem } from "./batch";
export { closeBatch } from "./close-batch";
export { afterCursor, likePattern, orderBy, type SortOrder, toIso } from "./keyset";
export { getProduct, getProductNames, listCategories, listProducts, listSuppliers } from "./queries";
export { type FindReference, findReferences, missingReference } from "./references";
export { upsertCategories } from "./upsert-categories";
export { upsertProducts } from "./upsert-products";
export { type UpsertTarget, upsertByExternalId, upsertRows } from "./upsert-rows";
export { upsertSuppliers } from "./upsert-suppliers";
