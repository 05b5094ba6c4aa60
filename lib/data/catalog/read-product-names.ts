import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { LocalizedName } from "@/db/schema/catalog";
import type { Context } from "@/lib/core/context";
import { indexProductNames, type ProductNameIndex } from "@/lib/intelligence/text";

/** Indexes of this process, the latest used last; one of 10,000 products takes some 10 MB. */
const indexes = new Map<string, { fingerprint: string; index: Promise<ProductNameIndex> }>();
const MAX_INDEXES = 32;
/** The newest so many; more would make every text wait for names that few people write. */
const MAX_PRODUCTS = 20_000;

/**
 * The names of the shop's products, as texts are searched for them; drafts are not known to customers. A fingerprint
 * of the names is asked of the database each time, so that a change counts from the next text on in every process,
 * and the index is built only after one.
 */
export async function readProductNames(tx: Transaction, ctx: Context): Promise<ProductNameIndex> {
  const [state] = await tx.execute<{ fingerprint: string }>(sql`
    SELECT count(*) || ' ' || coalesce(bit_xor(hashtextextended(id::text || ' ' || sku || ' ' || name::text, 0)), 0) AS fingerprint
    FROM products WHERE merchant_id = ${ctx.merchantId} AND status <> 'draft'`);
  const { fingerprint } = state!;
  const known = indexes.get(ctx.merchantId);
  // Whoever asks while it is built waits for the same one; should that transaction fail, each builds their own.
  if (known?.fingerprint === fingerprint) {
    remember(ctx.merchantId, known);
    return known.index.catch(() => buildIndex(tx, ctx));
  }
  const built = { fingerprint, index: buildIndex(tx, ctx) };
  remember(ctx.merchantId, built);
  return built.index.catch((error: unknown) => {
    if (indexes.get(ctx.merchantId) === built) indexes.delete(ctx.merchantId);
    throw error;
  });
}

/** As the one that was used last; the one that was used longest ago makes room. */
function remember(
  merchantId: string,
  entry: { fingerprint: string; index: Promise<ProductNameIndex> },
): void {
  indexes.delete(merchantId);
  indexes.set(merchantId, entry);
  for (const oldest of indexes.keys()) {
    if (indexes.size <= MAX_INDEXES) break;
    indexes.delete(oldest);
  }
}

async function buildIndex(tx: Transaction, ctx: Context): Promise<ProductNameIndex> {
  const rows = await tx.execute<{ id: string; sku: string; name: LocalizedName }>(sql`
    SELECT id, sku, name FROM products WHERE merchant_id = ${ctx.merchantId} AND status <> 'draft'
    ORDER BY created_at DESC, id DESC LIMIT ${MAX_PRODUCTS}`);
  return indexProductNames(
    [...rows].map(({ id, sku, name }) => ({
      ...{ id, sku },
      names: [name.zh, name.en, name.es].filter((one) => one !== undefined),
    })),
  );
}
