import { businessHours } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import { minutesOfClock } from "@/lib/core/clock-time";
import type { Context } from "@/lib/core/context";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit";
import { enqueueJob } from "@/lib/platform/jobs/enqueue-job";
import { readDto } from "./get-business-hours";
import {
  type BusinessHoursDto,
  type PeriodDto,
  type SetBusinessHoursInput,
  setBusinessHoursInput,
} from "./schemas";

/** Says when people are there, in the shop's time zone. What is due by these hours is worked out anew soon after. */
export async function setBusinessHours(ctx: Context, raw: SetBusinessHoursInput): Promise<BusinessHoursDto> {
  requirePermission(ctx, "settings:write");
  const input = parseInput(setBusinessHoursInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const stored = {
      week: input.week.map(toStored),
      special: input.special
        .map((days) => ({ ...days, periods: toStored(days.periods) }))
        .sort((one, other) => one.from.localeCompare(other.from)),
      updatedAt: ctx.now(),
    };
    await tx
      .insert(businessHours)
      .values({ merchantId: ctx.merchantId, ...stored })
      .onConflictDoUpdate({ target: businessHours.merchantId, set: stored });
    await recordAudit(tx, ctx, {
      action: "business_hours.updated",
      subject: { type: "business_hours", id: ctx.merchantId },
      details: input,
    });
    await enqueueJob(tx, ctx, "refresh-deadlines", {});
    return readDto(tx, ctx);
  });
}

function toStored(periods: readonly PeriodDto[]) {
  return periods
    .map(({ from, to }) => ({ fromMinute: minutesOfClock(from)!, toMinute: minutesOfClock(to)! }))
    .sort((one, other) => one.fromMinute - other.fromMinute);
}
