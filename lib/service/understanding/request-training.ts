import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit";
import { collectTaught } from "./collect-taught";
import { openRun } from "./open-run";
import { toRunDto } from "./queries";
import type { TrainingRunDto } from "./schemas";

/**
 * Starts a training in the background, or answers the one that is on its way.
 * @throws AppError `conflict` when the shop has taught nothing yet.
 */
export async function requestTraining(ctx: Context): Promise<TrainingRunDto> {
  requirePermission(ctx, "understanding:manage");
  return inTenant(ctx, async ({ tx, ctx }) => {
    if ((await collectTaught(tx, ctx)).length === 0) throw nothingTaught();
    const run = await openRun(tx, ctx, "person");
    await recordAudit(tx, ctx, {
      action: "training.requested",
      subject: { type: "training_run", id: run.id },
    });
    return toRunDto(run);
  });
}

export function nothingTaught(): AppError {
  return new AppError(
    "conflict",
    "There is nothing to learn from yet. Correct or confirm messages, or add examples to an intent, first.",
  );
}
