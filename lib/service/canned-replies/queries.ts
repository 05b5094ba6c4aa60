import { and, asc, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { cannedReplies } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { decodeCursor, type Page, toPage } from "@/lib/core/pagination";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { afterCursor, likePattern } from "@/lib/data/records";
import { toDto, visibleTo } from "./internal";
import { type CannedReplyDto, type ListCannedRepliesInput, listCannedRepliesInput } from "./schemas";

/** The shop's replies and one's own, by name. */
export async function listCannedReplies(
  ctx: Context,
  raw: ListCannedRepliesInput = {},
): Promise<Page<CannedReplyDto>> {
  requirePermission(ctx, "conversations:read");
  const input = parseInput(listCannedRepliesInput, raw);
  const after = decodeCursor(input.cursor);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const rows = await tx
      .select()
      .from(cannedReplies)
      .where(
        and(
          visibleTo(ctx),
          scopeCondition(input.scope),
          input.q ? contains(input.q) : undefined,
          afterCursor(
            {
              value: sql`${cannedReplies.name}`,
              type: "text",
              id: sql`${cannedReplies.id}`,
              descending: false,
            },
            after,
          ),
        ),
      )
      .orderBy(asc(cannedReplies.name), asc(cannedReplies.id))
      .limit(input.limit + 1);
    return toPage(rows, input.limit, toDto, ({ name, id }) => ({ value: name, id }));
  });
}

function scopeCondition(scope: "shop" | "own" | undefined): SQL | undefined {
  if (scope === undefined) return undefined;
  return scope === "shop" ? isNull(cannedReplies.ownerId) : isNotNull(cannedReplies.ownerId);
}

function contains(q: string): SQL {
  const pattern = likePattern(q, "anywhere");
  return sql`(${cannedReplies.name} ILIKE ${pattern} OR EXISTS (
    SELECT FROM jsonb_each_text(${cannedReplies.texts}) AS said WHERE said.value ILIKE ${pattern}))`;
}
