import { sql } from "drizzle-orm";
import type { z } from "zod";
import type { Transaction } from "@/db/client";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import {
  closeBatch,
  keepEntries,
  missingReference,
  openBatch,
  type UpsertTarget,
  upsertByExternalId,
} from "../records";
import type { BatchAnswer, BatchError, Reference } from "../records/schemas";
import { categoryInput, type UpsertCategoriesInput, upsertCategoriesInput } from "./schemas";

const CATEGORIES: UpsertTarget = {
  table: "categories",
  key: ["external_id"],
  columns: {
    id: "uuid",
    external_id: "text",
    parent_id: "uuid",
    name: "jsonb",
    position: "integer",
    created_at: "timestamptz",
  },
  insertOnly: ["created_at"],
  hasUpdatedAt: true,
};

type CategoryItem = z.output<typeof categoryInput>;

/**
 * Creates or updates categories by external id; each item succeeds or fails by itself.
 * A parent may stand in the same batch, before or after its children; a tree cannot close into a ring.
 */
export async function upsertCategories(ctx: Context, raw: UpsertCategoriesInput): Promise<BatchAnswer> {
  requirePermission(ctx, "products:write");
  const batch = openBatch(categoryInput, parseInput(upsertCategoriesInput, raw).items);
  return inTenant(ctx, async ({ tx }) => {
    const now = ctx.now();
    const tree = await readTree(tx, ctx.merchantId);
    for (const { item } of batch.entries) tree.include(item);
    // Turning one item away can leave another without its parent: repeat until all that remain hold.
    for (let count = -1; count !== batch.entries.length; ) {
      count = batch.entries.length;
      keepEntries(batch, (item) => tree.placeOrReject(item));
    }
    const rows = batch.entries.map(({ item }) => tree.toRow(item, now));
    const outcome = await upsertByExternalId(tx, ctx.merchantId, CATEGORIES, rows, now);
    for (const { index, item } of batch.entries)
      batch.results[index] = { index, ...outcome.get(item.externalId)! };
    return closeBatch(tx, ctx, batch, { action: "categories.upserted", type: "category" });
  });
}

interface Node {
  id: string;
  externalId: string;
  parentId: string | null;
  position: number;
  isStored: boolean;
}

/** All categories of the merchant. Batches take turns, so that no ring can close between two of them. */
async function readTree(tx: Transaction, merchantId: string): Promise<CategoryTree> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`categories:${merchantId}`}, 0))`);
  const rows = await tx.execute<{
    id: string;
    external_id: string;
    parent_id: string | null;
    position: number;
  }>(sql`SELECT id, external_id, parent_id, position FROM categories WHERE merchant_id = ${merchantId}`);
  return new CategoryTree(
    rows.map((row) => ({
      id: row.id,
      externalId: row.external_id,
      parentId: row.parent_id,
      position: row.position,
      isStored: true,
    })),
  );
}

class CategoryTree {
  private readonly byExternalId = new Map<string, Node>();
  private readonly byId = new Map<string, Node>();

  constructor(nodes: Node[]) {
    for (const node of nodes) this.add(node);
  }

  private add(node: Node): void {
    this.byExternalId.set(node.externalId, node);
    this.byId.set(node.id, node);
  }

  /** Makes a place for an item, so that others of the batch can name it as their parent. */
  include({ externalId }: CategoryItem): void {
    if (this.byExternalId.has(externalId)) return;
    this.add({ id: newId(), externalId, parentId: null, position: 0, isStored: false });
  }

  placeOrReject(item: CategoryItem): BatchError | null {
    const node = this.byExternalId.get(item.externalId)!;
    const reference = parentOf(item);
    if (reference === undefined) return null;
    const parent = reference && this.find(reference);
    const error = reference && !parent ? missingReference("category", reference, "parent") : null;
    const closesRing = parent && this.isBelow(parent, node);
    if (!error && !closesRing) {
      node.parentId = parent?.id ?? null;
      return null;
    }
    if (!node.isStored) {
      this.byExternalId.delete(node.externalId);
      this.byId.delete(node.id);
    }
    const message = "A category cannot stand below itself. Choose another parent.";
    return error ?? { code: "conflict", message, path: "parent" };
  }

  private find(reference: Reference): Node | undefined {
    return "id" in reference ? this.byId.get(reference.id) : this.byExternalId.get(reference.externalId);
  }

  private isBelow(node: Node, ancestor: Node): boolean {
    for (let at: Node | undefined = node; at; at = at.parentId ? this.byId.get(at.parentId) : undefined)
      if (at === ancestor) return true;
    return false;
  }

  toRow(item: CategoryItem, now: Date) {
    const node = this.byExternalId.get(item.externalId)!;
    return {
      // A stored category keeps its id; a fresh one here tells the upsert that the row was there before.
      id: node.isStored ? newId() : node.id,
      external_id: item.externalId,
      parent_id: node.parentId,
      name: item.name,
      position: item.position ?? node.position,
      created_at: now.toISOString(),
    };
  }
}

function parentOf(item: CategoryItem): Reference | null | undefined {
  return item.parent === undefined ? item.parentId : item.parent;
}
