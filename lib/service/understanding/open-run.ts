import { and, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { trainingRuns } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { enqueueJob } from "@/lib/platform/jobs/enqueue-job";
import { countFresh } from "./fresh-teaching";
import { actorName, lockTeaching } from "./internal";
import { AUTOMATIC_TRAINING_AT } from "./schemas";

export type TrainingRunRow = typeof trainingRuns.$inferSelect;

/** Corrections come in a row: the training waits for the end of it. */
const AUTOMATIC_DELAY_SECONDS = 120;
/** A run that shows no end after this belongs to a worker that is gone. */
const LOST_AFTER_MS = 60 * 60_000;

/**
 * The shop's open run, or a new one with its job. A person's wish does not wait for the delay of one that was about
 * to start by itself.
 */
export async function openRun(
  tx: Transaction,
  ctx: Context,
  trigger: TrainingRunRow["trigger"],
): Promise<TrainingRunRow> {
  await lockTeaching(tx, ctx);
  const open = and(
    eq(trainingRuns.merchantId, ctx.merchantId),
    inArray(trainingRuns.status, ["queued", "running"]),
  );
  const lost = new Date(ctx.now().getTime() - LOST_AFTER_MS).toISOString();
  await tx
    .update(trainingRuns)
    .set({ status: "failed", error: "It did not come to an end. Start it again.", finishedAt: ctx.now() })
    .where(and(open, sql`coalesce(started_at, created_at) < ${lost}::timestamptz`));
  const [waiting] = await tx.select().from(trainingRuns).where(open);
  if (waiting) {
    if (trigger === "automatic" || waiting.trigger === "person" || waiting.status === "running")
      return waiting;
    const [hurried] = await tx
      .update(trainingRuns)
      .set({ trigger, requestedBy: actorName(ctx) })
      .where(open)
      .returning();
    await enqueueJob(tx, ctx, "train-head", { runId: waiting.id });
    return hurried!;
  }
  const id = newId();
  const [run] = await tx
    .insert(trainingRuns)
    .values({ merchantId: ctx.merchantId, id, trigger, requestedBy: actorName(ctx), createdAt: ctx.now() })
    .returning();
  const later = trigger === "automatic" ? { delaySeconds: AUTOMATIC_DELAY_SECONDS } : {};
  await enqueueJob(tx, ctx, "train-head", { runId: id }, later);
  return run!;
}

/** Opens a run once enough has been taught since the last version. */
export async function openAutomaticRun(tx: Transaction, ctx: Context): Promise<void> {
  const fresh = await countFresh(tx, ctx);
  if (fresh.corrections + fresh.examples >= AUTOMATIC_TRAINING_AT) await openRun(tx, ctx, "automatic");
}
