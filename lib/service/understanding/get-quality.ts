import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { addCells, TEXT_LANGUAGES, wilsonInterval } from "@/lib/intelligence/text";
import { readPeriod, type ShopPeriod } from "@/lib/platform/shop";
import { addFigures, type DailyFigures, readDailyFigures } from "./daily-figures";
import { type QualityDto, type QualityInput, qualityInput } from "./schemas";

const MAX_CELLS = 2_000;

/**
 * How well messages were understood over a period of the shop's days: what the model thought of itself, and what
 * people who looked found. Reviewed messages are those that were worth a look, so their accuracy is not that of all.
 */
export async function getQuality(ctx: Context, raw: QualityInput = {}): Promise<QualityDto> {
  requirePermission(ctx, "understanding:read");
  const input = parseInput(qualityInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    const period = await readPeriod(tx, ctx, input);
    const figures = await readDailyFigures(tx, ctx, period);
    return {
      ...{ from: period.from, to: period.to, timeZone: period.timeZone },
      total: toFigures(figures),
      languages: TEXT_LANGUAGES.map((language) => ({
        language,
        ...toFigures(figures.filter((one) => one.language === language)),
      })).filter(({ messages }) => messages > 0),
      days: period.days.map((day) => toDay(day, figures)),
      confusion: await readConfusion(tx, ctx, period),
    };
  });
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
  period: Pick<ShopPeriod, "start" | "end">,
): Promise<QualityDto["confusion"]> {
  const rows = await tx.execute<LanguageCell>(sql`
    SELECT coalesce(m.language, 'other') AS language, c.intent AS actual, m.intent AS predicted, count(*)::int AS count
    FROM intent_corrections c JOIN messages m ON m.merchant_id = c.merchant_id AND m.id = c.message_id
    WHERE c.merchant_id = ${ctx.merchantId} AND m.intent IS NOT NULL
      AND m.created_at >= ${period.start.toISOString()}::timestamptz
      AND m.created_at < ${period.end.toISOString()}::timestamptz
    GROUP BY 1, 2, 3 ORDER BY 4 DESC, 2, 3, 1 LIMIT ${MAX_CELLS}`);
  const intents = new Set([...rows].flatMap(({ actual, predicted }) => [actual, predicted]));
  const languages = TEXT_LANGUAGES.map((language) => ({
    language,
    cells: addCells([...rows].filter((row) => row.language === language)),
  })).filter(({ cells }) => cells.length > 0);
  return { intents: [...intents].sort(), cells: addCells([...rows]), languages };
}
