import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "@/lib/core/env";
import { prepareStatements } from "./prepare-statements";
import * as schema from "./schema";

function connect(url: string) {
  const sql = postgres(url, {
    max: Number(process.env.DATABASE_POOL_SIZE || 12),
    onnotice: () => {},
    // In seconds, and not ever longer: when the database is back, everybody waits for it.
    backoff: () => 0.2 + 0.3 * Math.random(),
    // Statements are prepared to save a round trip, not to share a plan: lists have very different filters.
    connection: { plan_cache_mode: "force_custom_plan" },
    // Money and counters are within 2^53; see db/schema/columns.ts.
    types: { bigint: { to: 20, from: [20], serialize: String, parse: Number } },
  });
  prepareStatements(sql as unknown as postgres.Sql);
  return { sql, db: drizzle(sql, { schema }) };
}

type Connection = ReturnType<typeof connect>;
export type Database = Connection["db"];
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

// Next's development server reloads modules; the pool lives on globalThis so that it is opened once.
const globalStore = globalThis as typeof globalThis & { zhangguiConnection?: Connection };

function connection(): Connection {
  globalStore.zhangguiConnection ??= connect(env().APP_DATABASE_URL);
  return globalStore.zhangguiConnection;
}

/** The pool as the application role, without a tenant: sees no tenant rows. Verbs use `inTenant`. */
export function database(): Database {
  return connection().db;
}

/**
 * The driver itself, for LISTEN, COPY and the SECURITY DEFINER functions. Drizzle shares its connections and has
 * switched off the driver's own dates: here instants come and go as ISO text.
 */
export function driver(): postgres.Sql {
  return connection().sql as unknown as postgres.Sql;
}

export async function closeDatabase(): Promise<void> {
  const open = globalStore.zhangguiConnection;
  globalStore.zhangguiConnection = undefined;
  await open?.sql.end({ timeout: 5 });
}
