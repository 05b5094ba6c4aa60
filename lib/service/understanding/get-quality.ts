import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { merchants } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { addDays, calendarDay, daysBetween, startOfDay } from "@/lib/core/dates";
import { AppError } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { addCells, TEXT_LANGUAGES, wilsonInterval } from "@/lib/intelligence/text";
import { addFigures, type DailyFigures, readDailyFigures } from "./daily-figures";
import { type QualityDto, type QualityInput, qualityInput } from "./schemas";

const DEFAULT_DAYS = 28;
const MAX_DAYS = 366;
const MAX_CELLS = 2_000;

/**
 * How well messages were understood over a period of the shop's days: what the model thought of itself, and what
 * people who looked found. Reviewed messages are those that were worth a look, so their accuracy is not that of all.
 */
export async function getQuality(ctx: Context, raw: QualityInput = {}): Promise<QualityDto> {
  requirePermission(ctx, "understanding:read");
  const input = parseInput(qualityInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const timeZone = await readTimeZone(tx, ctx);
    const to = input.to ?? calendarDay(ctx.now(), timeZone);
    const from = input.from ?? addDays(to, 1 - DEFAULT_DAYS);
    const length = daysBetween(from, to) + 1;
    if (length < 1 || length > MAX_DAYS) {
      throw new AppError("invalid_input", `Choose a period of 1 to ${MAX_DAYS} days.`, {
        issues: [{ path: "from", message: `Choose a period of 1 to ${MAX_DAYS} days.` }],
      });
    }
    const period = { from: startOfDay(from, timeZone), to: startOfDay(addDays(to, 1), timeZone), timeZone };
    const figures = await readDailyFigures(tx, ctx, period);
    return {
      ...{ from, to, timeZone },
      total: toFigures(figures),
      languages: TEXT_LANGUAGES.map((language) => ({
        language,
        ...toFigures(figures.filter((one) => one.language === language)),
      })).filter(({ messages }) => messages > 0),
      days: Array.from({ length }, (_, i) => toDay(addDays(from, i), figures)),
      confusion: await readConfusion(tx, ctx, period),
    };
  });
}

export async function readTimeZone(tx: Transaction, ctx: Context): Promise<string> {
  const [shop] = await tx
    .select({ timeZone: merchants.timeZone })
    .from(merchants)
    .where(eq(merchants.id, ctx.merchantId));
  return shop?.timeZone ?? "UTC";
}

function toFigures(figures: readonly DailyFigures[]): QualityDto["total"] {
  const { messages, confidenceSum, ...counts } = addFigures(figures);
  return {
    ...{ messages, ...counts },
    meanConfidence: messages > 0 ? confidenceSum / messages : null,
    lowConfidenceShare: messages > 0 ? counts.lowConfidence / messages : null,
    accuracy: wilsonInterval(counts.reviewed - counts.corrected, counts.reviewed),
  };
}

function toDay(day: string, figures: readonly DailyFigures[]): QualityDto["days"][number] {
  const { messages, confidenceSum, ...counts } = addFigures(figures.filter((one) => one.day === day));
  return { day, messages, meanConfidence: messages > 0 ? confidenceSum / messages : null, ...counts };
}

type LanguageCell = QualityDto["confusion"]["cells"][number] & Pick<DailyFigures, "language">;

async function readConfusion(
  tx: Transaction,
  ctx: Context,
  period: { from: Date; to: Date },
): Promise<QualityDto["confusion"]> {
  const rows = await tx.execute<LanguageCell>(sql`
    SELECT coalesce(m.language, 'other') AS language, c.intent AS actual, m.intent AS predicted, count(*)::int AS count
    FROM intent_corrections c JOIN messages m ON m.merchant_id = c.merchant_id AND m.id = c.message_id
    WHERE c.merchant_id = ${ctx.merchantId} AND m.intent IS NOT NULL
      AND m.created_at >= ${period.from.toISOString()}::timestamptz
      AND m.created_at < ${period.to.toISOString()}::timestamptz
    GROUP BY 1, 2, 3 ORDER BY 4 DESC, 2, 3, 1 LIMIT ${MAX_CELLS}`);
  const intents = new Set([...rows].flatMap(({ actual, predicted }) => [actual, predicted]));
  const languages = TEXT_LANGUAGES.map((language) => ({
    language,
    cells: addCells([...rows].filter((row) => row.language === language)),
  })).filter(({ cells }) => cells.length > 0);
  return { intents: [...intents].sort(), cells: addCells([...rows]), languages };
}
