import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { afterAll, inject } from "vitest";

export type TestDatabase = { ownerUrl: string; appUrl: string };

/**
 * A migrated, empty database for this test file alone, dropped after it. Call it at the top of the file,
 * `const { ownerUrl } = await useTestDatabase();`: the application's own client then connects to it.
 */
export async function useTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  const templateUrl = inject("templateOwnerUrl");
  await asAdministrator(templateUrl, (sql) => copyTemplate(sql, name));
  const ownerUrl = withDatabase(templateUrl, name);
  const appUrl = withDatabase(inject("templateAppUrl"), name);
  process.env.DATABASE_URL = ownerUrl;
  process.env.APP_DATABASE_URL = appUrl;
  afterAll(async () => {
    const { closeDatabase } = await import("../db/client");
    await closeDatabase();
    await asAdministrator(templateUrl, (sql) => sql`drop database if exists ${sql(name)} with (force)`);
  });
  return { ownerUrl, appUrl };
}

/** Two files may copy at once; PostgreSQL then asks one of them to try again. */
async function copyTemplate(sql: postgres.Sql, name: string): Promise<void> {
  const statement = `create database ${name} template zhanggui_template strategy file_copy`;
  for (let attempt = 1; ; attempt++) {
    try {
      await sql.unsafe(statement);
      return;
    } catch (error) {
      const templateInUse = (error as { code?: string }).code === "55006";
      if (!templateInUse || attempt >= 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function asAdministrator(url: string, work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(withDatabase(url, "postgres"), { max: 1, onnotice: () => {} });
  try {
    await work(sql);
  } finally {
    await sql.end();
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
