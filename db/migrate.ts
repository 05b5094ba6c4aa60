import { createHmac } from "node:crypto";
import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import PgBoss from "pg-boss";
import postgres from "postgres";
import { QUEUE_NAMES } from "@/lib/core/queues";

export const APP_ROLE = "zhanggui_app";
const MIGRATIONS = fileURLToPath(new URL("./migrations", import.meta.url));
/** Any constant: two processes that migrate at once take turns on it. */
const MIGRATION_LOCK = 7_264_801;

/**
 * Brings the database up to date with the owner's rights and returns the address with which web and worker
 * connect: a role that row-level security binds.
 */
export async function migrate({ ownerUrl }: { ownerUrl: string }): Promise<{ appUrl: string }> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`SELECT pg_advisory_lock(${MIGRATION_LOCK})`;
    const appUrl = process.env.APP_DATABASE_URL || (await ensureAppRole(sql, ownerUrl));
    await runMigrations(drizzle(sql), { migrationsFolder: MIGRATIONS });
    await migrateQueues(ownerUrl, sql);
    return { appUrl };
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** The role's password follows from the owner's own secret, so that every start derives the same one. */
async function ensureAppRole(sql: postgres.Sql, ownerUrl: string): Promise<string> {
  const url = new URL(ownerUrl);
  const password =
    process.env.APP_DATABASE_PASSWORD ||
    createHmac("sha256", process.env.ZHANGGUI_SECRET || url.password)
      .update(APP_ROLE)
      .digest("base64url");
  const [role] = await sql`SELECT 1 FROM pg_roles WHERE rolname = ${APP_ROLE}`;
  const secret = `LOGIN PASSWORD '${password.replaceAll("'", "''")}'`;
  // The attributes are set once: naming them again would take a superuser, which the owner need not be.
  if (role) await sql.unsafe(`ALTER ROLE ${APP_ROLE} ${secret}`);
  else await sql.unsafe(`CREATE ROLE ${APP_ROLE} NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE ${secret}`);
  await sql.unsafe(`GRANT CONNECT, TEMPORARY ON DATABASE ${quoteName(url.pathname.slice(1))} TO ${APP_ROLE}`);
  url.username = APP_ROLE;
  url.password = password;
  return url.href;
}

/** Where pg-boss puts what comes round by itself. The worker may not make it, and pg-boss is silent about that. */
const CLOCK_QUEUE = "__pgboss__send-it";

async function migrateQueues(ownerUrl: string, sql: postgres.Sql): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, supervise: false, schedule: false, max: 1 });
  boss.on("error", () => {});
  await boss.start();
  const existing = new Set((await boss.getQueues()).map((queue) => queue.name));
  for (const name of [...QUEUE_NAMES, CLOCK_QUEUE]) if (!existing.has(name)) await boss.createQueue(name);
  await boss.stop({ graceful: false, wait: true });
  await sql.unsafe(`
    GRANT USAGE ON SCHEMA pgboss TO ${APP_ROLE};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO ${APP_ROLE};
    GRANT USAGE ON ALL SEQUENCES IN SCHEMA pgboss TO ${APP_ROLE};
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO ${APP_ROLE}`);
}

function quoteName(name: string): string {
  return `"${decodeURIComponent(name).replaceAll('"', '""')}"`;
}
