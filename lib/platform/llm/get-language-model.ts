import { and, eq, gte, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { languageModelDays } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { requirePermission } from "@/lib/core/permissions";
import { dayOf } from "./count-usage";
import { readModel } from "./read-model";
import type { LanguageModelDto } from "./schemas";

const USAGE_DAYS = 30;
const DAY_MS = 24 * 60 * 60_000;
export const DEFAULT_DAILY_TOKENS = 200_000;

/** The shop's language model without its key, and what it did in the last thirty days. */
export async function getLanguageModel(ctx: Context): Promise<LanguageModelDto> {
  requirePermission(ctx, "settings:write");
  return inTenant(ctx, ({ tx, ctx }) => readLanguageModel(tx, ctx));
}

export async function readLanguageModel(tx: Transaction, ctx: Context): Promise<LanguageModelDto> {
  const [row, usage] = await Promise.all([readModel(tx, ctx), readUsage(tx, ctx)]);
  const now = ctx.now();
  return {
    isConfigured: row !== null,
    baseUrl: row?.baseUrl ?? null,
    model: row?.model ?? null,
    hasKey: row?.keySealed != null,
    tasks: {
      phrase: row?.mayPhrase ?? false,
      summarise: row?.maySummarise ?? false,
      translate: row?.mayTranslate ?? false,
    },
    dailyTokens: row?.dailyTokens ?? DEFAULT_DAILY_TOKENS,
    tokensToday: usage.at(-1)!.tokens,
    pausedUntil:
      row?.circuitOpenUntil && row.circuitOpenUntil > now ? row.circuitOpenUntil.toISOString() : null,
    lastAnswerAt: row?.lastAnswerAt?.toISOString() ?? null,
    recentErrors: row?.recentErrors ?? [],
    usage,
    updatedAt: row?.updatedAt.toISOString() ?? null,
    updatedBy: row?.updatedBy ?? null,
  };
}

/** Every one of the days, those without a call too. */
async function readUsage(tx: Transaction, ctx: Context): Promise<LanguageModelDto["usage"]> {
  const today = ctx.now().getTime();
  const days = Array.from({ length: USAGE_DAYS }, (_, at) =>
    dayOf(new Date(today - (USAGE_DAYS - 1 - at) * DAY_MS)),
  );
  const rows = await tx
    .select({
      day: languageModelDays.day,
      calls: sql<number>`sum(${languageModelDays.calls})::integer`,
      failures: sql<number>`sum(${languageModelDays.failures})::integer`,
      refused: sql<number>`sum(${languageModelDays.refused})::integer`,
      tokens: sql<number>`sum(${languageModelDays.inputTokens} + ${languageModelDays.outputTokens})::integer`,
    })
    .from(languageModelDays)
    .where(and(eq(languageModelDays.merchantId, ctx.merchantId), gte(languageModelDays.day, days[0]!)))
    .groupBy(languageModelDays.day);
  const found = new Map(rows.map((row) => [row.day, row]));
  return days.map((day) => found.get(day) ?? { day, calls: 0, failures: 0, refused: 0, tokens: 0 });
}
