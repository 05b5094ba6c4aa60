import postgres from "postgres";
import type { Actor, Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { PERMISSIONS, type Permission, type Role } from "@/lib/core/permissions";
import { generateApiKey } from "@/lib/platform/auth/credentials";

/** A shop for tests, made with the owner's rights, and contexts that act in it. */
export interface TestShop {
  merchantId: string;
  sql: postgres.Sql;
  /** The system, with every permission. */
  ctx: Context;
  as(actor: Actor): Context;
  asRole(role: Role): Context;
  createApiKey(scopes?: readonly Permission[], requestsPerMinute?: number): Promise<string>;
}

export async function createTestShop(
  sql: postgres.Sql,
  options: { currency?: string; timeZone?: string; now?: Date } = {},
): Promise<TestShop> {
  const merchantId = newId();
  await sql`
    INSERT INTO merchants (id, name, slug, base_currency, time_zone)
    VALUES (${merchantId}, 'Test shop', ${`shop-${merchantId}`}, ${options.currency ?? "CNY"}, ${options.timeZone ?? "Asia/Shanghai"})`;
  const as = (actor: Actor): Context => ({
    merchantId,
    actor,
    requestId: newId(),
    locale: "en",
    now: () => options.now ?? new Date(),
  });
  return {
    merchantId,
    sql,
    ctx: as({ type: "system", name: "test" }),
    as,
    asRole: (role) => as({ type: "user", id: newId(), name: role, role }),
    async createApiKey(scopes = PERMISSIONS, requestsPerMinute = 600) {
      const { key, prefix, keyHash } = generateApiKey();
      await sql`
        INSERT INTO api_keys (merchant_id, id, name, prefix, key_hash, scopes, requests_per_minute)
        VALUES (${merchantId}, ${newId()}, 'test', ${prefix}, ${keyHash}, ${[...scopes]}, ${requestsPerMinute})`;
      return key;
    },
  };
}

export function openOwner(ownerUrl: string): postgres.Sql {
  return postgres(ownerUrl, { max: 2, onnotice: () => {} });
}

export function cny(amountMinor: number) {
  return { amountMinor, currency: "CNY" };
}
