import { z } from "zod";
import { AppError } from "./errors";

export const DEFAULT_LIMIT = 50;
export const MAX_LIMIT = 200;

/** Query fields that every list takes. */
export const pageInput = z.object({
  limit: z.coerce.number().int().min(1).max(MAX_LIMIT).default(DEFAULT_LIMIT),
  cursor: z.string().max(500).optional(),
});

/** The envelope of every list. */
export function page<Item extends z.ZodType>(item: Item) {
  return z.object({ data: z.array(item), nextCursor: z.string().nullable() });
}

export interface Page<Item> {
  data: Item[];
  nextCursor: string | null;
}

/** Where a page ended: the sort value (an ISO instant, a name) and the id that breaks ties. */
export interface CursorPosition {
  value: string;
  id: string;
}

const cursorSchema = z.tuple([z.string().max(300), z.uuid()]);

export function encodeCursor(position: CursorPosition): string {
  return btoa(encodeURIComponent(JSON.stringify([position.value, position.id])));
}

/** @throws AppError `invalid_input` when the cursor was not made by `encodeCursor`. */
export function decodeCursor(cursor: string | undefined): CursorPosition | null {
  if (!cursor) return null;
  try {
    const [value, id] = cursorSchema.parse(JSON.parse(decodeURIComponent(atob(cursor))));
    return { value, id };
  } catch {
    throw notACursor();
  }
}

const cursorInstant = z.iso.datetime();

/** For lists that are sorted by an instant. @throws AppError `invalid_input` for another list's cursor too. */
export function decodeInstantCursor(cursor: string | undefined): CursorPosition | null {
  const position = decodeCursor(cursor);
  if (position && !cursorInstant.safeParse(position.value).success) throw notACursor();
  return position;
}

function notACursor(): AppError {
  return new AppError("invalid_input", "This cursor is not one of ours. Start again without a cursor.", {
    issues: [{ path: "cursor", message: "Not a cursor of this list." }],
  });
}

/** Takes `limit + 1` rows and turns them into a page; `positionOf` names where a row stands in the order. */
export function toPage<Row, Item>(
  rows: Row[],
  limit: number,
  toItem: (row: Row) => Item,
  positionOf: (row: Row) => CursorPosition,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    data: shown.map(toItem),
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor(positionOf(last)) : null,
  };
}
