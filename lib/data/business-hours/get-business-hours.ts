import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { businessHours, merchants } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import { clockOfMinutes } from "@/lib/core/clock-time";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { requirePermission } from "@/lib/core/permissions";
import { isOpenAt, nextOpening, type Period } from "@/lib/intelligence/service-time";
import type { BusinessHoursDto, PeriodDto } from "./schemas";

/** When people are there, and whether they are now. */
export async function getBusinessHours(ctx: Context): Promise<BusinessHoursDto> {
  requirePermission(ctx, "conversations:read");
  return inTenant(ctx, ({ tx, ctx }) => readDto(tx, ctx));
}

export async function readDto(tx: Transaction, ctx: Context): Promise<BusinessHoursDto> {
  const [row] = await tx
    .select({ timeZone: merchants.timeZone, week: businessHours.week, special: businessHours.special })
    .from(merchants)
    .leftJoin(businessHours, eq(businessHours.merchantId, merchants.id))
    .where(eq(merchants.id, ctx.merchantId));
  if (!row) throw notFound("shop");
  const { timeZone, week, special } = row;
  const hours = week && special ? { timeZone, week, special } : null;
  const isOpen = hours === null || isOpenAt(hours, ctx.now());
  return {
    isSet: hours !== null,
    timeZone,
    week: week?.map(toDto) ?? Array.from({ length: 7 }, () => [{ from: "00:00", to: "24:00" }]),
    special:
      special?.map(({ name, from, to, periods }) => ({ name, from, to, periods: toDto(periods) })) ?? [],
    isOpen,
    nextOpening: hours && !isOpen ? (nextOpening(hours, ctx.now())?.toISOString() ?? null) : null,
  };
}

function toDto(periods: readonly Period[]): PeriodDto[] {
  return periods.map(({ fromMinute, toMinute }) => ({
    from: clockOfMinutes(fromMinute),
    to: clockOfMinutes(toMinute),
  }));
}
