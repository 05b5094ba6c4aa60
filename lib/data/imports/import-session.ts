import postgres from "postgres";
import { driver } from "@/db/client";
import { env } from "@/lib/core/env";
import { AppError } from "@/lib/core/errors";
import type { ImportSql } from "./merge/sql-connection";

/** Shown in pg_stat_activity, by which operators recognise an import at work. */
export const SESSION_NAME = "zhanggui import";

/**
 * Runs `work` in one transaction on a connection of its own, as the shop, while no other process runs the same
 * import. The connection ends with it: whatever happens, nothing half done stays open.
 * @throws AppError `conflict` when the import is being run elsewhere
 */
export async function withImportSession<Result>(
  merchantId: string,
  importId: string,
  work: (sql: ImportSql, backendPid: number) => Promise<Result>,
): Promise<Result> {
  let isLost = false;
  // Not the driver's own begin(): on a session that the server ends it would write to a socket that is gone.
  const connection = postgres(env().APP_DATABASE_URL, {
    max: 1,
    max_lifetime: null,
    onnotice: () => {},
    onclose: () => {
      isLost = true;
    },
    fetch_types: false,
    types: { bigint: { to: 20, from: [20], serialize: String, parse: Number } },
    connection: { application_name: SESSION_NAME },
  }) as unknown as postgres.Sql;
  // The driver would go on with a new session, outside the transaction.
  const unsafe: ImportSql["unsafe"] = (statement, parameters) => {
    if (isLost) throw new Error("The import's database session ended.");
    return connection.unsafe(statement, parameters);
  };
  try {
    await unsafe("BEGIN");
    const result = await work({ unsafe }, await prepareSession({ unsafe }, merchantId, importId));
    await unsafe("COMMIT");
    return result;
  } finally {
    await connection.end({ timeout: 1 }); // Without COMMIT this rolls back.
  }
}

/** Takes the import's lock, acts as the shop from here on, and tells the session's process id. */
async function prepareSession(sql: ImportSql, merchantId: string, importId: string): Promise<number> {
  // Statistics do not know rows that an import brought a minute ago: nested loops then turn quadratic.
  const [session] = await sql.unsafe(
    `SELECT pg_backend_pid() AS pid, set_config('app.merchant_id', $1, true),
            set_config('work_mem', '48MB', true), set_config('jit', 'off', true),
            set_config('enable_nestloop', 'off', true),
            set_config('client_connection_check_interval', '5s', true),
            pg_try_advisory_xact_lock(hashtextextended($2, 1)) AS is_free`,
    [merchantId, importId],
  );
  if (session!.is_free) return session!.pid as number;
  throw new AppError("conflict", "This import is being run by another process: wait for it to end.");
}

/** Imports of one shop merge one after another; two that touch the same records would wait for each other forever. */
export async function awaitMergeTurn(sql: ImportSql, merchantId: string): Promise<void> {
  await sql.unsafe("SELECT pg_advisory_xact_lock(hashtextextended($1, 2))", [merchantId]);
}

/** Stops the statement that the import's session is at; its transaction then rolls back. */
export async function interruptSession(backendPid: number): Promise<void> {
  await driver()`SELECT pg_cancel_backend(${backendPid})`.catch(() => {});
}
