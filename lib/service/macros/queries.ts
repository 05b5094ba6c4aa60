import { and, asc, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { macros } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { decodeCursor, type Page, toPage } from "@/lib/core/pagination";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { afterCursor, likePattern } from "@/lib/data/records";
import { toDto, visibleTo } from "./internal";
import { type ListMacrosInput, listMacrosInput, type MacroDto } from "./schemas";

/** The shop's macros and one's own, by name. */
export async function listMacros(ctx: Context, raw: ListMacrosInput = {}): Promise<Page<MacroDto>> {
  requirePermission(ctx, "conversations:read");
  const input = parseInput(listMacrosInput, raw);
  const after = decodeCursor(input.cursor);
  const name = {
    value: sql`${macros.nameKey}`,
    type: "text" as const,
    id: sql`${macros.id}`,
    descending: false,
  };
  return inTenant(ctx, async ({ tx, ctx }) => {
    const rows = await tx
      .select()
      .from(macros)
      .where(
        and(
          visibleTo(ctx),
          scopeCondition(input.scope),
          input.q ? sql`${macros.name} ILIKE ${likePattern(input.q, "anywhere")}` : undefined,
          afterCursor(name, after),
        ),
      )
      .orderBy(asc(macros.nameKey), asc(macros.id))
      .limit(input.limit + 1);
    return toPage(rows, input.limit, toDto, ({ nameKey, id }) => ({ value: nameKey, id }));
  });
}

/** For a verb that runs it. @throws AppError `not_found`, also for what belongs to a colleague. */
export async function findMacro(tx: Transaction, ctx: Context, id: string): Promise<MacroDto> {
  const [row] = await tx
    .select()
    .from(macros)
    .where(and(visibleTo(ctx), eq(macros.id, id)));
  if (!row) throw notFound("macro");
  return toDto(row);
}

/** The most used stand first in the list that people choose from. */
export async function countMacroRuns(
  tx: Transaction,
  ctx: Context,
  id: string,
  conversations: number,
): Promise<void> {
  await tx
    .update(macros)
    .set({ timesUsed: sql`${macros.timesUsed} + ${conversations}`, lastUsedAt: ctx.now() })
    .where(and(visibleTo(ctx), eq(macros.id, id)));
}

function scopeCondition(scope: "shop" | "own" | undefined): SQL | undefined {
  if (scope === undefined) return undefined;
  return scope === "shop" ? isNull(macros.ownerId) : isNotNull(macros.ownerId);
}
