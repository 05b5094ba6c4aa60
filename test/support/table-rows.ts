import type postgres from "postgres";

/** A tenant table as the catalogue describes it. */
export interface TenantTable {
  name: string;
  columns: { name: string; type: string; isNullable: boolean; hasDefault: boolean }[];
  primaryKey: string[];
  /** References to other tables that carry the merchant: column → [table, column]. */
  references: Map<string, [table: string, column: string]>;
}

/** Every table of the schema that belongs to merchants, from the database itself. */
export async function readTenantTables(sql: postgres.Sql): Promise<TenantTable[]> {
  const columns = await sql`
    SELECT c.table_name, c.column_name, c.data_type, c.udt_name, c.is_nullable = 'YES' AS is_nullable,
      c.column_default IS NOT NULL AS has_default
    FROM information_schema.columns c
    JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.is_generated = 'NEVER' AND EXISTS (
      SELECT 1 FROM information_schema.columns m WHERE m.table_schema = 'public'
        AND m.table_name = c.table_name AND m.column_name = 'merchant_id')
    ORDER BY c.table_name, c.ordinal_position`;
  const keys = await sql`
    SELECT con.contype, con.conrelid::regclass::text AS table_name, con.confrelid::regclass::text AS target,
      ARRAY(SELECT attname::text FROM unnest(con.conkey) WITH ORDINALITY k(n, o)
        JOIN pg_attribute a ON a.attrelid = con.conrelid AND a.attnum = k.n ORDER BY k.o) AS columns,
      ARRAY(SELECT attname::text FROM unnest(con.confkey) WITH ORDINALITY k(n, o)
        JOIN pg_attribute a ON a.attrelid = con.confrelid AND a.attnum = k.n ORDER BY k.o) AS target_columns
    FROM pg_constraint con WHERE con.connamespace = 'public'::regnamespace AND con.contype IN ('p', 'f')`;
  const tables = new Map<string, TenantTable>();
  for (const column of columns) {
    const name = column.table_name as string;
    const table: TenantTable = tables.get(name) ?? {
      name,
      columns: [],
      primaryKey: [],
      references: new Map(),
    };
    tables.set(name, table);
    const type = column.data_type === "ARRAY" ? column.udt_name : column.data_type;
    const { is_nullable: isNullable, has_default: hasDefault } = column;
    table.columns.push({ name: column.column_name, type, isNullable, hasDefault });
  }
  for (const key of keys) {
    const table = tables.get(key.table_name);
    if (!table) continue;
    if (key.contype === "p") table.primaryKey = key.columns;
    else
      key.columns.forEach((column: string, i: number) => {
        if (column !== "merchant_id") table.references.set(column, [key.target, key.target_columns[i]]);
      });
  }
  return inOrderOfReferences([...tables.values()]);
}

/** Tables that are referred to come before those that refer to them. */
function inOrderOfReferences(tables: TenantTable[]): TenantTable[] {
  const names = new Set(tables.map((table) => table.name));
  const done: TenantTable[] = [];
  const isReady = (table: TenantTable) =>
    [...table.references.values()].every(
      ([target]) =>
        target === table.name || !names.has(target) || done.some((ready) => ready.name === target),
    );
  while (done.length < tables.length) {
    const next = tables.filter((table) => !done.includes(table) && isReady(table));
    if (next.length === 0) throw new Error("The tables refer to each other in a circle.");
    done.push(...next);
  }
  return done;
}

export type Row = Record<string, unknown>;

/** Writes one row of the table for a merchant. `made` holds the rows written before, to which it refers. */
export async function insertRow(
  sql: postgres.Sql,
  table: TenantTable,
  merchantId: string,
  made: Map<string, Row>,
): Promise<Row> {
  const row = buildRow(table, merchantId, made);
  const [stored] = await sql`INSERT INTO ${sql(table.name)} ${sql(row)} RETURNING *`;
  return stored!;
}

/** A row with every column filled that has no default of its own, and every reference set. */
export function buildRow(table: TenantTable, merchantId: string, made: Map<string, Row>): Row {
  const row: Row = { merchant_id: merchantId };
  for (const column of table.columns) {
    if (column.name === "merchant_id") continue;
    const reference = table.references.get(column.name);
    // A reference to the table itself (a category's parent) has nothing yet to point to.
    if (reference && reference[0] !== table.name) row[column.name] = made.get(reference[0])?.[reference[1]];
    else if (!column.hasDefault && !column.isNullable) row[column.name] = sampleValue(column.type);
  }
  return row;
}

let counter = 0;

/** A value of a type, different each time. Fails on a type that no table had before: teach it here. */
function sampleValue(type: string): unknown {
  counter += 1;
  switch (type) {
    case "uuid":
      return `0190f000-0000-7000-8000-${String(counter).padStart(12, "0")}`;
    case "text":
      return `sample ${counter}`;
    case "character":
      return "CNY";
    case "integer":
    case "bigint":
    case "numeric":
      return counter;
    case "bytea":
      return Buffer.from("sample");
    case "boolean":
      return false;
    case "jsonb":
      return { en: "sample" };
    case "_text":
      return ["sample"];
    case "date":
      return new Date(Date.UTC(2026, 0, counter)).toISOString().slice(0, 10);
    case "timestamp with time zone":
      return new Date("2026-01-02T03:04:05Z");
    default:
      throw new Error(`The seeder knows no sample of the type ${type}.`);
  }
}
