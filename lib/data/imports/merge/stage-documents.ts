import { execute, type ImportSql } from "./sql-connection";

/** Base-currency amount of `amount`, at the document's rate; `base_shift` evens out the minor units' digits. */
const toBase = (amount: string) =>
  `CASE WHEN head.fx_rate = 1 AND head.base_shift = 0 THEN ${amount}
        ELSE round(${amount} * head.fx_rate * 10::numeric ^ head.base_shift)::bigint END`;

/**
 * One row for each order and each return: the cells of its first accepted line, the sums of all of them.
 * Shipping and the order's discount are the order's own and count once.
 */
export async function stageDocuments(sql: ImportSql, merchantId: string): Promise<void> {
  await execute(
    sql,
    `CREATE TEMP TABLE staged_documents ON COMMIT DROP AS
     SELECT head.document AS external_id, head.is_return, head.row_number, head.number, head.status,
            head.placed_at, coalesce(customer.merged_into_id, customer.id) AS customer_id, head.email, head.phone,
            head.currency, head.fx_rate, head.order_discount_minor AS discount_minor, head.shipping_minor,
            amounts.total_minor, ${toBase("amounts.total_minor")} AS base_total_minor
     FROM (SELECT DISTINCT ON (document) * FROM staged_rows ORDER BY document, row_number) AS head
     JOIN (SELECT document, sum(total_minor)::bigint AS lines_minor FROM staged_rows GROUP BY document) AS sums
       ON sums.document = head.document
     CROSS JOIN LATERAL (SELECT sums.lines_minor + head.shipping_minor - head.order_discount_minor AS total_minor)
       AS amounts
     LEFT JOIN customers customer ON customer.merchant_id = $1::uuid AND customer.external_id = head.customer`,
    [merchantId],
  );
  await execute(sql, "ANALYZE staged_documents");
  await execute(sql, `CREATE TEMP VIEW staged_orders AS SELECT * FROM staged_documents WHERE NOT is_return`);
  await execute(
    sql,
    `CREATE TEMP VIEW staged_returns AS
     SELECT external_id, row_number, NULL::text AS status, customer_id, placed_at AS returned_at, currency,
            total_minor AS refund_minor, base_total_minor AS base_refund_minor
     FROM staged_documents WHERE is_return`,
  );
}

/** The lines with their product, numbered in order of appearance within their order or return. */
export async function stageLines(sql: ImportSql, merchantId: string): Promise<void> {
  await execute(
    sql,
    `CREATE TEMP TABLE staged_lines ON COMMIT DROP AS
     SELECT line.document AS external_id, line.is_return,
            row_number() OVER (PARTITION BY line.document ORDER BY line.row_number)::integer AS position,
            product.id AS product_id, line.quantity, line.unit_price_minor, line.discount_minor, line.total_minor
     FROM staged_rows line
     JOIN products product ON product.merchant_id = $1::uuid AND product.external_id = line.product`,
    [merchantId],
  );
  await execute(sql, "ANALYZE staged_lines");
  await execute(sql, `CREATE TEMP VIEW staged_order_lines AS SELECT * FROM staged_lines WHERE NOT is_return`);
  await execute(
    sql,
    `CREATE TEMP VIEW staged_return_lines AS
     SELECT external_id, position, product_id, quantity, total_minor AS amount_minor
     FROM staged_lines WHERE is_return`,
  );
}
