import { and, desc, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { olderThan } from "@/db/keyset";
import { activeHeads, headVersions, trainingRuns } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { decodeInstantCursor, type Page, toPage } from "@/lib/core/pagination";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import type { HeadComparison } from "@/lib/intelligence/text";
import { modelKey, readTextModelCard } from "@/lib/platform/models/text-model";
import { toComparisonDto } from "./comparison-dto";
import { countFresh } from "./fresh-teaching";
import { knownIntents } from "./internal";
import type { TrainingRunRow } from "./open-run";
import { countWaiting } from "./review-queue";
import {
  AUTOMATIC_TRAINING_AT,
  type HeadVersionDto,
  type ListVersionsInput,
  listVersionsInput,
  type TrainingRunDto,
  type UnderstandingStatusDto,
} from "./schemas";

/** Everything of a version but its head, which no list needs. */
const VERSION_COLUMNS = {
  id: headVersions.id,
  number: headVersions.number,
  model: headVersions.model,
  previousNumber: headVersions.previousNumber,
  ownIntents: headVersions.ownIntents,
  counts: headVersions.counts,
  comparison: headVersions.comparison,
  decision: headVersions.decision,
  reason: headVersions.reason,
  trigger: headVersions.trigger,
  requestedBy: headVersions.requestedBy,
  createdAt: headVersions.createdAt,
};
type VersionRow = Omit<typeof headVersions.$inferSelect, "head" | "merchantId" | "taughtUntil">;

/** The shop's versions, newest first, promoted or not. */
export async function listVersions(ctx: Context, raw: ListVersionsInput = {}): Promise<Page<HeadVersionDto>> {
  requirePermission(ctx, "understanding:read");
  const { limit, cursor } = parseInput(listVersionsInput, raw);
  const model = modelKey(await readTextModelCard());
  return inTenant(ctx, async ({ tx, ctx }) => {
    const active = await findActive(tx, ctx);
    const rows = await tx
      .select(VERSION_COLUMNS)
      .from(headVersions)
      .where(
        and(
          eq(headVersions.merchantId, ctx.merchantId),
          olderThan(headVersions.createdAt, headVersions.id, decodeInstantCursor(cursor)),
        ),
      )
      .orderBy(desc(headVersions.createdAt), desc(headVersions.id))
      .limit(limit + 1);
    return toPage(
      rows,
      limit,
      (row) => toVersionDto(row, active?.versionId ?? null, model),
      (row) => ({ value: row.createdAt.toISOString(), id: row.id }),
    );
  });
}

/** Where learning stands; see the DTO. */
export async function getUnderstandingStatus(ctx: Context): Promise<UnderstandingStatusDto> {
  requirePermission(ctx, "understanding:read");
  const card = await readTextModelCard();
  return inTenant(ctx, async ({ tx, ctx }) => {
    const [active, fresh, waiting, intents, [run]] = await Promise.all([
      findActive(tx, ctx),
      countFresh(tx, ctx),
      countWaiting(tx, ctx),
      knownIntents(tx, ctx),
      tx
        .select()
        .from(trainingRuns)
        .where(eq(trainingRuns.merchantId, ctx.merchantId))
        .orderBy(desc(trainingRuns.createdAt), desc(trainingRuns.id))
        .limit(1),
    ]);
    return {
      model: modelKey(card),
      baseIntents: intents.base,
      ownIntents: intents.own,
      lowConfidence: card.lowConfidence,
      active: {
        versionId: active?.versionId ?? null,
        number: active?.number ?? null,
        activatedBy: active?.activatedBy ?? null,
        activatedAt: active?.activatedAt.toISOString() ?? null,
      },
      fresh,
      waiting,
      automaticAt: AUTOMATIC_TRAINING_AT,
      run: run ? toRunDto(run) : null,
    };
  });
}

/** What was activated last; null where nothing ever was. */
export async function findActive(tx: Transaction, ctx: Context) {
  const [row] = await tx
    .select({
      versionId: activeHeads.versionId,
      number: headVersions.number,
      model: headVersions.model,
      activatedBy: activeHeads.activatedBy,
      activatedAt: activeHeads.activatedAt,
    })
    .from(activeHeads)
    .leftJoin(
      headVersions,
      and(eq(headVersions.merchantId, activeHeads.merchantId), eq(headVersions.id, activeHeads.versionId)),
    )
    .where(eq(activeHeads.merchantId, ctx.merchantId));
  return row ?? null;
}

/** A version without its head; undefined where this shop has none of that id. */
export async function findVersion(
  tx: Transaction,
  ctx: Context,
  id: string,
): Promise<VersionRow | undefined> {
  const [row] = await tx
    .select(VERSION_COLUMNS)
    .from(headVersions)
    .where(and(eq(headVersions.merchantId, ctx.merchantId), eq(headVersions.id, id)));
  return row;
}

export function toVersionDto(row: VersionRow, activeId: string | null, model: string): HeadVersionDto {
  return {
    ...row,
    isActive: row.id === activeId,
    isCompatible: row.model === model,
    reason: row.reason as HeadVersionDto["reason"],
    comparison: toComparisonDto(row.comparison as unknown as HeadComparison),
    createdAt: row.createdAt.toISOString(),
  };
}

export function toRunDto(row: TrainingRunRow): TrainingRunDto {
  return {
    id: row.id,
    trigger: row.trigger,
    requestedBy: row.requestedBy,
    status: row.status,
    stage: row.stage,
    progress: row.progress,
    error: row.error,
    versionId: row.versionId,
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
