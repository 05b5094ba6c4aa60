import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { startEmbeddedServer } from "../db/embedded/server";
import { migrate } from "../db/migrate";

declare module "vitest" {
  export interface ProvidedContext {
    /** The owner's connection to the migrated database that test databases are copied from. */
    templateOwnerUrl: string;
    templateAppUrl: string;
  }
}

/** One real PostgreSQL for the whole run, with one migrated database from which each test file gets its copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), "zhanggui-test-"));
  const server = await startEmbeddedServer({ dataDir, durable: false });
  const templateOwnerUrl = await createTemplate(server.ownerUrl);
  const { appUrl } = await migrateOnlyThis(templateOwnerUrl);
  project.provide("templateOwnerUrl", templateOwnerUrl);
  project.provide("templateAppUrl", appUrl);
  return async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

async function createTemplate(ownerUrl: string): Promise<string> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  await sql`create database zhanggui_template`;
  await sql.end();
  const url = new URL(ownerUrl);
  url.pathname = "/zhanggui_template";
  return url.href;
}

/** A database named in the caller's environment must not be touched by tests. */
async function migrateOnlyThis(ownerUrl: string): Promise<{ appUrl: string }> {
  for (const name of ["DATABASE_URL", "APP_DATABASE_URL", "APP_DATABASE_PASSWORD"]) delete process.env[name];
  return migrate({ ownerUrl });
}
