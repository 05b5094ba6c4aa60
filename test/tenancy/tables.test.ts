import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestShop, openOwner, type TestShop } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import { addPerson } from "@/test/support/people";
import { buildRow, insertRow, type Row, readTenantTables, type TenantTable } from "@/test/support/table-rows";

const { ownerUrl, appUrl } = await useTestDatabase();
const owner = openOwner(ownerUrl);
const app = postgres(appUrl, { max: 2, onnotice: () => {} });
const tables = await readTenantTables(owner);
afterAll(() => Promise.all([owner.end(), app.end()]));

/** Cannot be changed by anybody, and say so. */
const WRITTEN_ONCE = ["audit_log", "head_versions", "knowledge_article_versions"];

/** Two merchants with a row in every table each. */
let a: TestShop;
let b: TestShop;
const rowsOfA = new Map<string, Row>();
const rowsOfB = new Map<string, Row>();

beforeAll(async () => {
  a = await createTestShop(owner);
  b = await createTestShop(owner);
  for (const [shop, made] of [
    [a, rowsOfA],
    [b, rowsOfB],
  ] as const) {
    const person = await addPerson(shop, "owner");
    made.set("users", { id: person.id });
    made.set("merchants", { id: shop.merchantId });
    await owner`DELETE FROM memberships WHERE merchant_id = ${shop.merchantId}`;
    for (const table of tables) made.set(table.name, await insertRow(owner, table, shop.merchantId, made));
  }
});

/** Runs as the application does for a merchant; null for no merchant. Rolls back unless told otherwise. */
async function asTenant<Result>(
  merchantId: string | null,
  work: (sql: postgres.TransactionSql) => Promise<Result>,
): Promise<Result> {
  let result: Result | undefined;
  const rollback = new Error("rolled back");
  await app
    .begin(async (sql) => {
      if (merchantId) await sql`SELECT set_config('app.merchant_id', ${merchantId}, true)`;
      result = await work(sql);
      throw rollback;
    })
    .catch((error) => {
      if (error !== rollback) throw error;
    });
  return result as Result;
}

const isRefused = async (statement: Promise<unknown>) =>
  statement.then(
    () => "done",
    (error) => error.code as string,
  );

describe("the application's role", () => {
  it("is no superuser, does not pass by row-level security, and owns nothing", async () => {
    const [role] = await app`
      SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = current_user`;
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false });
    const owned = await app`
      SELECT relname FROM pg_class WHERE relowner = current_user::regrole
      UNION ALL SELECT proname FROM pg_proc WHERE proowner = current_user::regrole`;
    expect([...owned]).toEqual([]);
    const memberOf = await app`SELECT 1 FROM pg_auth_members WHERE member = current_user::regrole`;
    expect([...memberOf]).toEqual([]);
  });

  it("cannot make a table, switch row-level security off or become the owner", async () => {
    expect(await isRefused(app`CREATE TABLE mine (id int)`)).toBe("42501");
    expect(await isRefused(app`ALTER TABLE orders DISABLE ROW LEVEL SECURITY`)).toBe("42501");
    expect(await isRefused(app`SET row_security = off; SELECT * FROM orders`.simple())).toBe("42501");
    const ownerName = new URL(ownerUrl).username;
    expect(await isRefused(app.unsafe(`SET ROLE "${ownerName}"`))).toBe("42501");
  });

  it("reads nothing of merchants and people without a merchant, and only its own with one", async () => {
    const seen = async (merchantId: string | null) =>
      asTenant(merchantId, async (sql) => [
        (await sql`SELECT id FROM merchants`).map((row) => row.id),
        (await sql`SELECT id FROM users`).map((row) => row.id),
      ]);
    expect(await seen(null)).toEqual([[], []]);
    expect(await seen(a.merchantId)).toEqual([[a.merchantId], [rowsOfA.get("users")!.id]]);
  });

  it("changes no other shop and nobody of it", async () => {
    await asTenant(a.merchantId, async (sql) => {
      expect((await sql`UPDATE merchants SET name = 'x' WHERE id = ${b.merchantId}`).count).toBe(0);
      const victim = rowsOfB.get("users")!.id as string;
      expect((await sql`UPDATE users SET password_hash = 'x' WHERE id = ${victim}`).count).toBe(0);
    });
    const remove = asTenant(a.merchantId, (sql) => sql`DELETE FROM merchants`);
    expect(await isRefused(remove)).toBe("42501");
    expect(await isRefused(asTenant(a.merchantId, (sql) => sql`DELETE FROM users`))).toBe("42501");
  });
});

describe("every table that carries merchant_id", () => {
  it("is found in the catalogue", () => {
    const names = tables.map((table) => table.name);
    expect(names).toEqual(expect.arrayContaining(["orders", "messages", "outbox", "audit_log"]));
    expect(names.length).toBeGreaterThanOrEqual(23);
  });

  it("has row-level security and a policy bound to the merchant", async () => {
    const unprotected = await owner`
      SELECT c.relname FROM pg_class c WHERE c.oid = ANY(${tables.map((table) => table.name)}::regclass[])
        AND NOT (c.relrowsecurity AND EXISTS (
          SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polcmd = '*'
            AND pg_get_expr(p.polqual, c.oid) LIKE '%merchant_id = current_merchant_id()%'
            AND pg_get_expr(p.polwithcheck, c.oid) LIKE '%merchant_id = current_merchant_id()%'))`;
    expect(unprotected.map((row) => row.relname)).toEqual([]);
  });

  it("has a primary key that begins with the merchant, so that references stay inside", () => {
    const exceptions = ["outbox"];
    const wrong = tables.filter((table) => table.primaryKey[0] !== "merchant_id");
    expect(wrong.map((table) => table.name)).toEqual(exceptions);
  });

  it.each(tables.map((table) => [table.name, table] as const))(
    "%s shows a merchant only its own rows",
    async (name) => {
      const count = (merchantId: string | null) =>
        asTenant(merchantId, (sql) => sql`SELECT merchant_id FROM ${sql(name)}`);
      expect((await owner`SELECT 1 FROM ${owner(name)} WHERE merchant_id = ${b.merchantId}`).length).toBe(1);
      expect((await count(a.merchantId)).map((row) => row.merchant_id)).toEqual([a.merchantId]);
      expect([...(await count(null))]).toEqual([]);
    },
  );

  it.each(tables.map((table) => [table.name, table] as const))(
    "%s cannot be written across merchants",
    async (name, table) => {
      await asTenant(a.merchantId, async (sql) => {
        const statements = [
          sql`UPDATE ${sql(name)} SET merchant_id = merchant_id WHERE merchant_id = ${b.merchantId}`,
          sql`DELETE FROM ${sql(name)} WHERE merchant_id = ${b.merchantId}`,
        ];
        for (const statement of statements) {
          const affected = await sql
            .savepoint(() => statement)
            .then(
              (result) => result.count,
              (error) => error.code,
            );
          expect(affected).toBe(WRITTEN_ONCE.includes(name) ? "42501" : 0);
        }
        const foreign = buildRow(table, b.merchantId, rowsOfB);
        const insert = sql.savepoint((sql) => sql`INSERT INTO ${sql(name)} ${sql(foreign)}`);
        expect(await isRefused(insert)).toBe("42501");
      });
    },
  );

  it.each(tables.map((table) => [table.name, table] as const))(
    "%s cannot be given to another merchant",
    async (name) => {
      const give = asTenant(
        a.merchantId,
        (sql) => sql`UPDATE ${sql(name)} SET merchant_id = ${b.merchantId}`,
      );
      expect(await isRefused(give)).toBe("42501");
    },
  );

  const withReferences = tables.filter((table) => tenantReferences(table).length > 0);
  it.each(withReferences.map((table) => [table.name, table] as const))(
    "%s refers to no record of another merchant",
    async (name, table) => {
      for (const [column, [target, key]] of tenantReferences(table)) {
        const foreign = rowsOfB.get(target)![key] as string;
        // As the owner: the reference itself refuses, not only the policy.
        const cross = owner`UPDATE ${owner(name)} SET ${owner(column)} = ${foreign}
          WHERE merchant_id = ${a.merchantId}`;
        expect(`${column}: ${await isRefused(cross)}`).toBe(`${column}: 23503`);
      }
    },
  );
});

/** References that must stay inside the merchant: all but those to people, who may belong to several shops. */
function tenantReferences(table: TenantTable): [string, [string, string]][] {
  return [...table.references].filter(([, [target]]) => target !== "users" && target !== "merchants");
}

describe("the audit log", () => {
  it("can be added to and read, never changed or emptied", async () => {
    for (const statement of [
      (sql: postgres.TransactionSql) => sql`UPDATE audit_log SET action = 'x'`,
      (sql: postgres.TransactionSql) => sql`DELETE FROM audit_log`,
      (sql: postgres.TransactionSql) => sql`TRUNCATE audit_log`,
    ])
      expect(await isRefused(asTenant(a.merchantId, statement))).toBe("42501");
    const table = tables.find((candidate) => candidate.name === "audit_log")!;
    const row = buildRow(table, a.merchantId, rowsOfA);
    const added = await asTenant(a.merchantId, (sql) => sql`INSERT INTO audit_log ${sql(row)}`);
    expect(added.count).toBe(1);
  });
});

describe("functions that run with the owner's rights", () => {
  it("have a fixed search path and may be called by the application alone", async () => {
    const functions = await owner`
      SELECT p.proname AS name, p.proconfig AS config, p.proowner::regrole::text AS owner,
        coalesce((SELECT array_agg(DISTINCT a.grantee::regrole::text ORDER BY a.grantee::regrole::text)
          FROM aclexplode(p.proacl) a WHERE a.privilege_type = 'EXECUTE'), '{PUBLIC}') AS callers
      FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.prosecdef`;
    expect(functions.length).toBeGreaterThanOrEqual(8);
    for (const { name, config, owner: ownerName, callers } of functions) {
      expect(`${name}: ${config}`).toMatch(/: search_path=public(, ?pg_temp)?$/);
      expect({ name, callers }).toEqual({ name, callers: [ownerName, "zhanggui_app"].sort() });
    }
  });

  it("do not include the one that opens tables to the application", async () => {
    const call = app`SELECT enable_tenant_row_level_security('orders')`;
    expect(await isRefused(call)).toBe("42501");
  });
});
