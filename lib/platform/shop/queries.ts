import { and, asc, eq, isNull } from "drizzle-orm";
import { merchants, widgetKeys } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { decryptSecret } from "@/lib/platform/auth/credentials";
import { type ShopDto, type WidgetKeyDto, widgetKeyIdInput } from "./schemas";

export async function getShop(ctx: Context): Promise<ShopDto> {
  return inTenant(ctx, async ({ tx }) => {
    const [row] = await tx.select().from(merchants).where(eq(merchants.id, ctx.merchantId));
    if (!row) throw notFound("shop");
    const { id, name, baseCurrency, timeZone, defaultLocale, orderNumberPattern, typingPreview } = row;
    return { id, name, baseCurrency, timeZone, defaultLocale, orderNumberPattern, typingPreview };
  });
}

/** The chat widget's public keys; their secrets are fetched one at a time, by who may change settings. */
export async function listWidgetKeys(ctx: Context): Promise<WidgetKeyDto[]> {
  requirePermission(ctx, "settings:write");
  return inTenant(ctx, async ({ tx }) => {
    const rows = await tx
      .select()
      .from(widgetKeys)
      .where(and(eq(widgetKeys.merchantId, ctx.merchantId), isNull(widgetKeys.revokedAt)))
      .orderBy(asc(widgetKeys.createdAt));
    return rows.map(({ id, key, allowedOrigins, maskPersonalData, understandInBrowser, createdAt }) => ({
      id,
      key,
      allowedOrigins,
      maskPersonalData,
      understandInBrowser,
      createdAt: createdAt.toISOString(),
    }));
  });
}

/** The secret with which the shop's own server signs its customers' ids. */
export async function getWidgetSecret(ctx: Context, raw: { id: string }): Promise<string> {
  requirePermission(ctx, "settings:write");
  const { id } = parseInput(widgetKeyIdInput, raw);
  return inTenant(ctx, async ({ tx }) => {
    const [row] = await tx
      .select({ secretEncrypted: widgetKeys.secretEncrypted })
      .from(widgetKeys)
      .where(and(eq(widgetKeys.merchantId, ctx.merchantId), eq(widgetKeys.id, id)));
    if (!row) throw notFound("widget key");
    return decryptSecret(row.secretEncrypted);
  });
}
