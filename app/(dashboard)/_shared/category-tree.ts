import { nameIn } from "@/components/format/name-in";
import type { Locale } from "@/lib/core/context";
import type { CategoryDto } from "@/lib/data/catalog/schemas";

/** In the order of the tree: each below the one that it belongs to. */
export interface CategoryChoice {
  id: string;
  name: string;
  depth: number;
  /** Those above it, which count for it too. */
  aboveIds: string[];
}

/** Categories as a tree is read: by position, each followed by those below it. */
export function categoryChoices(categories: readonly CategoryDto[], locale: Locale): CategoryChoice[] {
  const known = new Set(categories.map(({ id }) => id));
  const parentOf = ({ parentId }: CategoryDto) => (parentId && known.has(parentId) ? parentId : null);
  const walk = (parentId: string | null, aboveIds: string[]): CategoryChoice[] =>
    categories
      .filter((category) => parentOf(category) === parentId)
      .sort((a, b) => a.position - b.position)
      .flatMap(({ id, name }) => [
        { id, name: nameIn(name, locale), depth: aboveIds.length, aboveIds },
        ...walk(id, [...aboveIds, id]),
      ]);
  return walk(null, []);
}
