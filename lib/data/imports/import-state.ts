import { and, eq, inArray, ne, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { imports } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import type { ImportRow } from "./internal";

type RunningState = Pick<typeof imports.$inferInsert, "status"> & Partial<typeof imports.$inferInsert>;

const ABANDONED =
  "The program was stopped while it ran this import. Nothing was imported; import the file again.";

const isImport = (ctx: Context, id: string) =>
  and(eq(imports.merchantId, ctx.merchantId), eq(imports.id, id));

/**
 * Begins a run, or a new attempt after one that died: everything starts anew.
 * @returns null when the import succeeded or was cancelled, so that there is nothing to run
 */
export async function markRunning(ctx: Context, id: string): Promise<ImportRow | null> {
  return inTenant(ctx, async ({ tx }) => {
    await failAbandoned(tx, ctx, id);
    const [row] = await tx
      .update(imports)
      .set({
        status: "running",
        startedAt: ctx.now(),
        finishedAt: null,
        error: null,
        progressPermille: 0,
        rowsRead: 0,
        rowsAccepted: 0,
        rowsRejected: 0,
      })
      .where(and(isImport(ctx, id), inArray(imports.status, ["queued", "running", "failed"])))
      .returning();
    if (row) return row;
    const [ended] = await tx.select({ id: imports.id }).from(imports).where(isImport(ctx, id));
    if (!ended) throw notFound("import");
    return null;
  });
}

/** Runs whose process was killed still say "running"; the lock that a run holds tells them from live ones. */
async function failAbandoned(tx: Transaction, ctx: Context, id: string): Promise<void> {
  await tx
    .update(imports)
    .set({ status: "failed", error: ABANDONED, finishedAt: ctx.now() })
    .where(
      and(
        eq(imports.merchantId, ctx.merchantId),
        ne(imports.id, id),
        eq(imports.status, "running"),
        sql`NOT EXISTS (SELECT FROM pg_locks held WHERE held.locktype = 'advisory' AND held.objsubid = 1
              AND ((held.classid::bigint << 32) | held.objid::bigint) = hashtextextended(${imports.id}::text, 1))`,
      ),
    );
}

/** Changes a running import from outside its transaction. @returns whether it was still running */
export async function updateRunning(
  ctx: Context,
  id: string,
  state: Partial<RunningState>,
): Promise<boolean> {
  return inTenant(ctx, async ({ tx }) => {
    const rows = await tx
      .update(imports)
      .set(state)
      .where(and(isImport(ctx, id), eq(imports.status, "running")))
      .returning({ id: imports.id });
    return rows.length > 0;
  });
}

export async function forgetFile(ctx: Context, id: string): Promise<void> {
  await inTenant(ctx, ({ tx }) => tx.update(imports).set({ storedPath: null }).where(isImport(ctx, id)));
}
