import type { TransactionSql } from "postgres";

/**
 * Puts off the row-by-row check of foreign keys for this transaction, which costs more than the load itself. Only a
 * superuser may, as the embedded server's owner is; returns whether it was allowed. What was put off must be made up
 * for with `checkForeignKeys`.
 */
export async function deferForeignKeys(tx: TransactionSql): Promise<boolean> {
  try {
    await tx.savepoint((nested) => nested`SET LOCAL session_replication_role = replica`);
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === "42501") return false;
    throw error;
  }
}

/** Checks every foreign key of the merchant's rows at once, a join for each. @throws Error naming the one broken. */
export async function checkForeignKeys(tx: TransactionSql, merchantId: string): Promise<void> {
  const keys = await tx<{ name: string; child: string; parent: string; match: string; present: string }[]>`
    SELECT key.conname AS name, key.conrelid::regclass::text AS child, key.confrelid::regclass::text AS parent,
      string_agg(format('parent.%I = child.%I', target.attname, source.attname), ' AND ') AS match,
      string_agg(format('child.%I IS NOT NULL', source.attname), ' AND ') AS present
    FROM pg_constraint key
    CROSS JOIN LATERAL unnest(key.conkey, key.confkey) AS pair (source_number, target_number)
    JOIN pg_attribute source ON source.attrelid = key.conrelid AND source.attnum = pair.source_number
    JOIN pg_attribute target ON target.attrelid = key.confrelid AND target.attnum = pair.target_number
    WHERE key.contype = 'f' AND key.connamespace = 'public'::regnamespace AND key.confrelid <> 'merchants'::regclass
      AND EXISTS (SELECT 1 FROM pg_attribute tenant WHERE tenant.attrelid = key.conrelid AND tenant.attname = 'merchant_id')
    GROUP BY key.oid, key.conname, key.conrelid, key.confrelid`;
  for (const { name, child, parent, match, present } of keys) {
    const [broken] = await tx.unsafe(
      `SELECT 1 FROM ${child} child WHERE child.merchant_id = $1 AND ${present}
         AND NOT EXISTS (SELECT 1 FROM ${parent} parent WHERE ${match}) LIMIT 1`,
      [merchantId],
    );
    if (broken)
      throw new Error(`The demo shop's ${child} name rows of ${parent} that do not exist (${name}).`);
  }
}
