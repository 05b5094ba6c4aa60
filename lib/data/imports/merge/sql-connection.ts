import type postgres from "postgres";

/** The import's own connection inside its one transaction. Identifiers in its statements are constants. */
export interface ImportSql {
  unsafe: postgres.Sql["unsafe"];
}

/** Runs a statement with parameters and returns how many rows it wrote. */
export async function execute(
  sql: ImportSql,
  statement: string,
  parameters: (string | number)[] = [],
): Promise<number> {
  const result = await sql.unsafe(statement, parameters);
  return result.count;
}
