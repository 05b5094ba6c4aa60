import { and, count, eq, gte, lt } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { suggestionChoices } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import type { ShopPeriod } from "@/lib/platform/shop";
import type { ServiceQualityDto } from "./schemas";

/** What people made of the drafts that they were shown in the period. */
export async function readSuggestions(
  tx: Transaction,
  ctx: Context,
  { start, end }: ShopPeriod,
): Promise<ServiceQualityDto["suggestions"]> {
  const rows = await tx
    .select({ choice: suggestionChoices.choice, count: count() })
    .from(suggestionChoices)
    .where(
      and(
        eq(suggestionChoices.merchantId, ctx.merchantId),
        gte(suggestionChoices.createdAt, start),
        lt(suggestionChoices.createdAt, end),
      ),
    )
    .groupBy(suggestionChoices.choice);
  const counted = Object.fromEntries(rows.map((row) => [row.choice, row.count]));
  return { accepted: 0, edited: 0, rejected: 0, ...counted };
}
