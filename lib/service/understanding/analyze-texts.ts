import { eq } from "drizzle-orm";
import { merchants } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { readProductNames } from "@/lib/data/catalog";
import { readActiveReader } from "@/lib/platform/models/active-reader";
import { readTextModelCard } from "@/lib/platform/models/text-model";
import { understandTexts } from "@/lib/platform/models/understand-text";
import { type AnalyzedTextsDto, type AnalyzeTextsInput, analyzeTextsInput } from "./schemas";

/**
 * Language, intent, sentiment and entities of the caller's own texts, in their order, as this shop's messages are
 * read. Nothing is stored. The first 2,000 UTF-16 units of a text count for all but its entities.
 */
export async function analyzeTexts(ctx: Context, raw: AnalyzeTextsInput): Promise<AnalyzedTextsDto> {
  requirePermission(ctx, "understanding:use");
  const { texts, locale } = parseInput(analyzeTextsInput, raw);
  const options = await readShop(ctx);
  const { id, version } = await readTextModelCard();
  const understood = await understandTexts(texts, { ...options, locale });
  return {
    model: { id, version, headVersion: options.reader?.version ?? null },
    results: understood.map(({ language, intent, sentiment, entities }) => ({
      language,
      intent,
      sentiment,
      entities,
    })),
  };
}

/** How this shop's messages are read: its head, the shape of its order numbers, the names of its products. */
export function readShop(ctx: Context) {
  return inTenant(ctx, async ({ tx, ctx }) => {
    const [[shop], reader, products] = await Promise.all([
      tx
        .select({ orderNumberPattern: merchants.orderNumberPattern })
        .from(merchants)
        .where(eq(merchants.id, ctx.merchantId)),
      readActiveReader(tx, ctx),
      readProductNames(tx, ctx),
    ]);
    return { orderNumberPattern: shop?.orderNumberPattern ?? null, reader, products };
  });
}
