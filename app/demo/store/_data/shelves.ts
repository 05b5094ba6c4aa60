import { cache } from "react";
import type { Context } from "@/lib/core/context";
import type { Page } from "@/lib/core/pagination";
import { listCategories, listProducts } from "@/lib/data/catalog";
import type { CategoryDto, ProductDto } from "@/lib/data/catalog/schemas";

/** A top category and what stands below it, in the shop's order. */
export interface Shelf {
  category: CategoryDto;
  parts: CategoryDto[];
}

const PAGE_SIZE = 24;
/** A whole shelf is shown at once. */
const SHELF_SIZE = 60;

export const readShelves = cache(async (ctx: Context): Promise<Shelf[]> => {
  const { data } = await listCategories(ctx, { limit: 200 });
  const inOrder = [...data].sort((one, other) => one.position - other.position);
  return inOrder
    .filter((category) => category.parentId === null)
    .map((category) => ({ category, parts: inOrder.filter((part) => part.parentId === category.id) }));
});

interface Query {
  q?: string | undefined;
  /** External id of a top category or of a part. */
  category?: string | undefined;
  cursor?: string | undefined;
}

/** Products by category and text. A top category gathers its parts, whose products carry the part's id alone. */
export async function readProducts(
  ctx: Context,
  shelves: readonly Shelf[],
  query: Query,
): Promise<Page<ProductDto>> {
  const base = { status: "active" as const, ...(query.q ? { q: query.q } : {}) };
  const ids = query.category ? categoryIds(shelves, query.category) : [];
  if (query.category && ids.length === 0) return { data: [], nextCursor: null };
  if (ids.length === 0) {
    return listProducts(ctx, {
      ...base,
      limit: PAGE_SIZE,
      ...(query.cursor ? { cursor: query.cursor } : {}),
    });
  }
  const pages = await Promise.all(
    ids.map((categoryId) => listProducts(ctx, { ...base, categoryId, limit: SHELF_SIZE, sort: "sku" })),
  );
  const unique = new Map(pages.flatMap(({ data }) => data.map((product) => [product.id, product] as const)));
  return { data: [...unique.values()], nextCursor: null };
}

function categoryIds(shelves: readonly Shelf[], externalId: string): string[] {
  const shelf = shelves.find(({ category }) => category.externalId === externalId);
  if (shelf) return [shelf.category.id, ...shelf.parts.map((part) => part.id)];
  const part = shelves.flatMap(({ parts }) => parts).find((one) => one.externalId === externalId);
  return part ? [part.id] : [];
}
