import postgres from "postgres";
import { expect, it } from "vitest";
import { useTestDatabase } from "./database";

const { ownerUrl, appUrl } = await useTestDatabase();

it("gives a migrated database of this file's own, with the application role bound by row-level security", async () => {
  const owner = postgres(ownerUrl, { max: 1 });
  const app = postgres(appUrl, { max: 1 });
  const [tables] = await owner`select count(*)::int as count from pg_tables where schemaname = 'public'`;
  const [role] = await app`select rolsuper, rolbypassrls from pg_roles where rolname = current_user`;
  await Promise.all([owner.end(), app.end()]);
  expect(tables!.count).toBeGreaterThan(10);
  expect(role).toEqual({ rolsuper: false, rolbypassrls: false });
  expect(new URL(appUrl).pathname).toBe(new URL(ownerUrl).pathname);
  expect([process.env.DATABASE_URL, process.env.APP_DATABASE_URL]).toEqual([ownerUrl, appUrl]);
});
