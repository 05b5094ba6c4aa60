import { and, asc, eq, gt, inArray, max, type SQL } from "drizzle-orm";
import { streamEvents } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import type { NumberedEvent } from "./publish-live";

const MAX_CATCH_UP = 1_000;

export function readEventsById(ctx: Context, ids: number[]): Promise<NumberedEvent[]> {
  return select(ctx, inArray(streamEvents.id, ids), ids.length);
}

/**
 * What happened after an event id, in the shop or in one conversation.
 * @returns null when that event is no longer kept, or too much has happened since: the client must start anew.
 */
export async function readEventsAfter(
  ctx: Context,
  lastId: number,
  conversationId?: string,
): Promise<NumberedEvent[] | null> {
  return inTenant(ctx, async ({ tx, ctx }) => {
    if (lastId > 0) {
      const [known] = await tx
        .select({ id: streamEvents.id })
        .from(streamEvents)
        .where(and(eq(streamEvents.merchantId, ctx.merchantId), eq(streamEvents.id, lastId)));
      if (!known) return null;
    }
    const later = gt(streamEvents.id, lastId);
    const wanted = conversationId ? and(later, eq(streamEvents.conversationId, conversationId))! : later;
    const events = await select(ctx, wanted, MAX_CATCH_UP + 1);
    return events.length > MAX_CATCH_UP ? null : events;
  });
}

/** The newest event's id: what is read in the same transaction is up to date with it. Null when there is none. */
export async function readLivePosition(ctx: Context): Promise<number | null> {
  return inTenant(ctx, async ({ tx }) => {
    const [row] = await tx
      .select({ id: max(streamEvents.id) })
      .from(streamEvents)
      .where(eq(streamEvents.merchantId, ctx.merchantId));
    return row?.id ?? null;
  });
}

function select(ctx: Context, condition: SQL, limit: number): Promise<NumberedEvent[]> {
  return inTenant(ctx, async ({ tx }) => {
    const rows = await tx
      .select()
      .from(streamEvents)
      .where(and(eq(streamEvents.merchantId, ctx.merchantId), condition))
      .orderBy(asc(streamEvents.id))
      .limit(limit);
    return rows.map(({ id, conversationId, type, audience, payload }) => ({
      id,
      conversationId,
      type,
      audience,
      payload,
    }));
  });
}
