import { and, eq, inArray, max, or } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { headVersions, trainingRuns } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { encodeIntentHead } from "@/lib/intelligence/text";
import { recordAudit } from "@/lib/platform/audit";
import { isHeadOf, readHead } from "@/lib/platform/models/active-reader";
import { encodeTexts } from "@/lib/platform/models/encode-texts";
import { type Anchor, readAnchors } from "@/lib/platform/models/read-anchors";
import { modelKey, readTextModelCard } from "@/lib/platform/models/text-model";
import { setActive } from "./activate-version";
import { collectTaught } from "./collect-taught";
import { type FitAnswer, fitHead } from "./fit-head";
import { lockTeaching } from "./internal";
import type { TrainingRunRow } from "./open-run";
import { findActive } from "./queries";
import { nothingTaught } from "./request-training";
import { type LabelledText, splitTaught, toHeldOutParts, toTrainingParts } from "./split-taught";

interface TrainingOptions {
  /** Texts whose intents must not be forgotten; by default those that come with the model. */
  anchors?: readonly Anchor[];
  signal?: AbortSignal;
}

/** Shares of the whole at which the stages begin, by what they take. */
const BEGINS = { collecting: 0, encoding: 0.05, training: 0.6, comparing: 0.95 } as const;

/**
 * Trains a candidate from all that the shop has taught, starting from the active head; judges both on texts that
 * neither has learnt; keeps the candidate as a version, and activates it where it is no worse. Done twice, the second
 * time changes nothing.
 */
export async function trainHead(
  ctx: Context,
  { runId }: { runId: string },
  options: TrainingOptions = {},
): Promise<void> {
  const run = await claimRun(ctx, runId);
  if (!run) return;
  try {
    const taught = await readTaught(ctx, options.anchors ?? (await readAnchors()));
    await report(ctx, runId, { stage: "encoding", progress: BEGINS.encoding });
    const answer = await fitCandidate(ctx, runId, taught, options.signal);
    await keepVersion(ctx, run, taught, answer);
  } catch (error) {
    const text =
      error instanceof AppError ? error.message : "It failed on our side. The log has the details.";
    await report(ctx, runId, { status: "failed", error: text, finishedAt: ctx.now() });
    throw error;
  }
}

/** Takes the run, unless another task has it or has done it; a task that is tried again takes up its own. */
function claimRun(ctx: Context, runId: string): Promise<TrainingRunRow | undefined> {
  return inTenant(ctx, async ({ tx, ctx }) => {
    const isMine = and(
      eq(trainingRuns.jobId, ctx.requestId),
      inArray(trainingRuns.status, ["running", "failed"]),
    );
    const [run] = await tx
      .update(trainingRuns)
      .set({
        ...{ status: "running", stage: "collecting", progress: BEGINS.collecting, jobId: ctx.requestId },
        ...{ error: null, startedAt: ctx.now(), finishedAt: null },
      })
      .where(and(ofRun(ctx, runId), or(eq(trainingRuns.status, "queued"), isMine)))
      .returning();
    return run;
  });
}

interface Taught {
  train: LabelledText[];
  heldOut: LabelledText[];
  active: { versionId: string | null; number: number | null; head: Uint8Array | null };
  until: Date;
}

function readTaught(ctx: Context, anchors: readonly Anchor[]): Promise<Taught> {
  return inTenant(ctx, async ({ tx, ctx }) => {
    const until = ctx.now();
    const taught = await collectTaught(tx, ctx);
    if (taught.length === 0) throw nothingTaught();
    const card = await readTextModelCard();
    const active = await findActive(tx, ctx);
    const isUsable = active?.versionId && active.model === modelKey(card);
    const head = isUsable ? await readHead(tx, ctx, active.versionId!) : null;
    return {
      ...splitTaught(taught, anchors),
      active: {
        versionId: active?.versionId ?? null,
        number: head ? (active?.number ?? null) : null,
        head: head && isHeadOf(card, head) ? encodeIntentHead(head) : null,
      },
      until,
    };
  });
}

async function fitCandidate(
  ctx: Context,
  runId: string,
  taught: Taught,
  signal?: AbortSignal,
): Promise<FitAnswer> {
  const { train, heldOut, active } = taught;
  const texts = [...train, ...heldOut];
  const encoded = await encodeTexts(
    texts.map(({ text }) => text),
    (done) => report(ctx, runId, { progress: BEGINS.encoding + done * (BEGINS.training - BEGINS.encoding) }),
  );
  await report(ctx, runId, { stage: "training", progress: BEGINS.training });
  const { intents } = await readTextModelCard();
  const judged = toHeldOutParts(heldOut, encoded.slice(train.length));
  const task = {
    ...toTrainingParts(train, encoded),
    ...{ baseClasses: intents, dimensions: encoded[0]!.embedding.length },
    ...{ previous: active.head, heldOut: judged },
  };
  const answer = await fitHead(task, signal);
  await report(ctx, runId, { stage: "comparing", progress: BEGINS.comparing });
  return answer;
}

/** Stores the version with the decision, and activates it where that is the decision, all at once. */
function keepVersion(ctx: Context, run: TrainingRunRow, taught: Taught, answer: FitAnswer): Promise<void> {
  return inTenant(ctx, async ({ tx, ctx }) => {
    await lockTeaching(tx, ctx);
    const { comparison } = answer;
    const active = await findActive(tx, ctx);
    // Somebody chose another version meanwhile: the candidate was not compared with it.
    const isOvertaken = (active?.versionId ?? null) !== taught.active.versionId;
    const isPromoted = comparison.decision === "promote" && !isOvertaken;
    const id = newId();
    const number = await nextNumber(tx, ctx);
    const count = (kind: LabelledText["kind"]) => taught.train.filter((text) => text.kind === kind).length;
    const { heldOut } = taught;
    const reason = isOvertaken && comparison.decision === "promote" ? "overtaken" : comparison.reason;
    await tx.insert(headVersions).values({
      ...{ merchantId: ctx.merchantId, id, number, reason },
      model: modelKey(await readTextModelCard()),
      head: answer.head,
      previousNumber: taught.active.number,
      ownIntents: answer.ownClasses,
      counts: {
        corrections: count("correction"),
        confirmations: count("confirmation"),
        examples: count("example"),
        anchors: count("anchor"),
        heldOut: heldOut.length,
      },
      comparison: { ...comparison },
      decision: isPromoted ? "promoted" : "rejected",
      ...{
        trigger: run.trigger,
        requestedBy: run.requestedBy,
        taughtUntil: taught.until,
        createdAt: ctx.now(),
      },
    });
    if (isPromoted) await setActive(tx, ctx, id);
    await recordAudit(tx, ctx, {
      action: isPromoted ? "head_version.promoted" : "head_version.rejected",
      subject: { type: "head_version", id },
      details: { number, reason, requestedBy: run.requestedBy },
    });
    await tx
      .update(trainingRuns)
      .set({ status: "succeeded", stage: "done", progress: 1, versionId: id, finishedAt: ctx.now() })
      .where(ofRun(ctx, run.id));
  });
}

async function nextNumber(tx: Transaction, ctx: Context): Promise<number> {
  const [row] = await tx
    .select({ highest: max(headVersions.number) })
    .from(headVersions)
    .where(eq(headVersions.merchantId, ctx.merchantId));
  return (row?.highest ?? 0) + 1;
}

/** In a transaction of its own, so that pages see it while the work goes on. */
async function report(
  ctx: Context,
  runId: string,
  change: Partial<typeof trainingRuns.$inferInsert>,
): Promise<void> {
  await inTenant(ctx, ({ tx }) => tx.update(trainingRuns).set(change).where(ofRun(ctx, runId)));
}

function ofRun(ctx: Context, runId: string) {
  return and(eq(trainingRuns.merchantId, ctx.merchantId), eq(trainingRuns.id, runId));
}
