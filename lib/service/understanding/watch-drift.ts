import { and, eq, isNotNull, isNull, max } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { understandingAlerts } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { addDays, calendarDay, startOfDay } from "@/lib/core/dates";
import { newId } from "@/lib/core/ids";
import { type DailyTextQuality, type DriftAlert, detectDrift } from "@/lib/intelligence/text";
import { readTimeZone } from "@/lib/platform/shop";
import { addFigures, readDailyFigures } from "./daily-figures";

const DAYS = 56;

/** Looks for a lasting change for the worse over the days up to yesterday, and opens an alert of each kind found. */
export async function watchDrift(ctx: Context): Promise<void> {
  await inTenant(ctx, async ({ tx, ctx }) => {
    const timeZone = await readTimeZone(tx, ctx.merchantId);
    const today = calendarDay(ctx.now(), timeZone);
    const days = await readDays(tx, ctx, { from: addDays(today, -DAYS), today, timeZone });
    for (const alert of detectDrift(days)) await openAlert(tx, ctx, alert, timeZone);
  });
}

async function readDays(
  tx: Transaction,
  ctx: Context,
  { from, today, timeZone }: { from: string; today: string; timeZone: string },
): Promise<DailyTextQuality[]> {
  const period = { start: startOfDay(from, timeZone), end: startOfDay(today, timeZone), timeZone };
  const figures = await readDailyFigures(tx, ctx, period);
  const days = [...new Set(figures.map(({ day }) => day))];
  return days.map((day) => {
    const { messages, confidenceSum, lowConfidence, corrected } = addFigures(
      figures.filter((one) => one.day === day),
    );
    return { day, messages, meanConfidence: confidenceSum / messages, lowConfidence, corrections: corrected };
  });
}

/** Not while one of its kind is open, nor for what somebody has seen and dismissed. */
async function openAlert(tx: Transaction, ctx: Context, alert: DriftAlert, timeZone: string): Promise<void> {
  const isKind = and(
    eq(understandingAlerts.merchantId, ctx.merchantId),
    eq(understandingAlerts.kind, alert.kind),
  );
  const [seen] = await tx
    .select({ at: max(understandingAlerts.dismissedAt) })
    .from(understandingAlerts)
    .where(and(isKind, isNotNull(understandingAlerts.dismissedAt)));
  if (seen?.at && alert.since <= calendarDay(seen.at, timeZone)) return;
  await tx
    .insert(understandingAlerts)
    .values({ merchantId: ctx.merchantId, id: newId(), ...alert, openedAt: ctx.now() })
    .onConflictDoNothing({
      target: [understandingAlerts.merchantId, understandingAlerts.kind],
      where: isNull(understandingAlerts.dismissedAt),
    });
}
