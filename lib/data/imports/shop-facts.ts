import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { merchants, suppliers } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import type { ShopFacts } from "./validate/row-check";

/** What rows are checked against: the shop's currency, time zone, language and suppliers. */
export async function loadShopFacts(tx: Transaction, ctx: Context): Promise<ShopFacts> {
  const [shop] = await tx.select().from(merchants).where(eq(merchants.id, ctx.merchantId));
  if (!shop) throw notFound("shop");
  const known = await tx
    .select({ id: suppliers.id, externalId: suppliers.externalId })
    .from(suppliers)
    .where(eq(suppliers.merchantId, ctx.merchantId));
  return {
    baseCurrency: shop.baseCurrency,
    timeZone: shop.timeZone,
    nameLocale: toNameLocale(shop.defaultLocale),
    supplierIds: new Map(known.map((supplier) => [supplier.externalId, supplier.id])),
  };
}

function toNameLocale(locale: string): ShopFacts["nameLocale"] {
  if (locale.startsWith("zh")) return "zh";
  return locale.startsWith("es") ? "es" : "en";
}
