import type { MergeShop } from "./kind";
import { execute, type ImportSql } from "./sql-connection";

/**
 * Creates the customers that order lines name and the shop does not know, from the last line of each.
 * Those that exist are left alone: an orders file is no authority on them.
 */
export async function createUnknownCustomers(sql: ImportSql, shop: MergeShop): Promise<void> {
  await execute(
    sql,
    `INSERT INTO customers (merchant_id, id, external_id, name, email, phone, country, city, created_at, updated_at)
     SELECT $1::uuid, uuid_v7(), customer, customer_name, email, phone, country, city, $2::timestamptz, $2::timestamptz
     FROM (SELECT DISTINCT ON (customer) * FROM staged_rows WHERE customer IS NOT NULL
           ORDER BY customer, row_number DESC) AS staged
     WHERE NOT EXISTS (SELECT FROM customers known
                       WHERE known.merchant_id = $1::uuid AND known.external_id = staged.customer)
     ORDER BY row_number
     ON CONFLICT (merchant_id, external_id) DO NOTHING`,
    [shop.merchantId, shop.now],
  );
}

/**
 * Creates the products that lines name and the shop does not know: named by their most frequent description,
 * priced by the last sale at a price.
 */
export async function createUnknownProducts(sql: ImportSql, shop: MergeShop): Promise<void> {
  await execute(
    sql,
    `INSERT INTO products (merchant_id, id, external_id, sku, name, price_minor, currency, created_at, updated_at)
     SELECT $1::uuid, uuid_v7(), product, coalesce(sku, product),
            jsonb_build_object($3::text, coalesce(product_name, product)),
            coalesce(price_minor, 0), currency, $2::timestamptz, $2::timestamptz
     FROM (SELECT product, min(sku) AS sku, min(row_number) AS row_number,
                  mode() WITHIN GROUP (ORDER BY product_name) AS product_name,
                  max(currency) AS currency,
                  (max(ARRAY[(NOT is_return)::int, row_number, unit_price_minor])
                     FILTER (WHERE unit_price_minor > 0))[3] AS price_minor
           FROM staged_rows GROUP BY product) AS staged
     WHERE NOT EXISTS (SELECT FROM products known
                       WHERE known.merchant_id = $1::uuid AND known.external_id = staged.product)
     ORDER BY row_number
     ON CONFLICT (merchant_id, external_id) DO NOTHING`,
    [shop.merchantId, shop.now, shop.nameLocale],
  );
}
