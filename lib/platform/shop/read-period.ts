import type { Transaction } from "@/db/client";
import type { Context } from "@/lib/core/context";
import { addDays, calendarDay, daysBetween, startOfDay } from "@/lib/core/dates";
import { AppError } from "@/lib/core/errors";
import { readTimeZone } from "./read-time-zone";

const DEFAULT_DAYS = 28;
const MAX_DAYS = 366;

/** A period of the shop's calendar days: the days themselves, and the instants between which they lie. */
export interface ShopPeriod {
  /** YYYY-MM-DD, both included. */
  from: string;
  to: string;
  days: string[];
  start: Date;
  /** Not included. */
  end: Date;
  timeZone: string;
}

/** The period that was asked for, else the last 28 days, today included. @throws AppError `invalid_input`. */
export async function readPeriod(
  tx: Transaction,
  ctx: Context,
  asked: { from?: string | undefined; to?: string | undefined },
): Promise<ShopPeriod> {
  const timeZone = await readTimeZone(tx, ctx.merchantId);
  const to = asked.to ?? calendarDay(ctx.now(), timeZone);
  const from = asked.from ?? addDays(to, 1 - DEFAULT_DAYS);
  const length = daysBetween(from, to) + 1;
  if (length < 1 || length > MAX_DAYS) {
    throw new AppError("invalid_input", `Choose a period of 1 to ${MAX_DAYS} days.`, {
      issues: [{ path: "from", message: `Choose a period of 1 to ${MAX_DAYS} days.` }],
    });
  }
  return {
    ...{ from, to, timeZone },
    days: Array.from({ length }, (_, i) => addDays(from, i)),
    start: startOfDay(from, timeZone),
    end: startOfDay(addDays(to, 1), timeZone),
  };
}
