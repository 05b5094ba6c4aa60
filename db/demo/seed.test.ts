import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemContext } from "@/lib/core/context";
import { updateServicePolicyInput } from "@/lib/data/after-sales/schemas";
import { sizeChartSchema } from "@/lib/data/catalog/schemas";
import { searchKnowledge } from "@/lib/data/knowledge";
import { postalAddressSchema } from "@/lib/data/records/schemas";
import { hashApiKey } from "@/lib/platform/auth/credentials";
import { verifyPassword } from "@/lib/platform/auth/passwords";
import { useTestDatabase } from "@/test/database";
import { type DemoCredentials, seedDemo } from "./seed";

/** Countries of the demo's customers whose cities have codes; the others go without. */
const POSTAL_CODE_IS_KNOWN = new Set(["CN", "US", "AU", "ES", "MX"]);

const { ownerUrl, appUrl } = await useTestDatabase();
const anchor = new Date();
const dataDir = mkdtempSync(join(tmpdir(), "zhanggui-demo-"));
const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
const app = postgres(appUrl, { max: 1, onnotice: () => {} });
const progress: number[] = [];
let demo: DemoCredentials;

beforeAll(async () => {
  const options = {
    ownerUrl,
    dataDir,
    anchor,
    scale: 0.02,
    onProgress: (done: number) => progress.push(done),
  };
  const made = await seedDemo(options);
  if (!made) throw new Error("The database of this test was not empty.");
  demo = made;
});

afterAll(async () => {
  await Promise.all([owner.end(), app.end()]);
  rmSync(dataDir, { recursive: true, force: true });
});

async function count(table: string): Promise<number> {
  const [row] = await owner<{ rows: number }[]>`SELECT count(*)::int AS rows FROM ${owner(table)}`;
  return row?.rows ?? 0;
}

describe("seedDemo", () => {
  it("fills every table in proportion and reports its progress", async () => {
    expect(await count("products")).toBe(240);
    expect(await count("customers")).toBe(80);
    expect(await count("orders")).toBe(1_200);
    expect(await count("order_lines")).toBeGreaterThan(2_000);
    expect(await count("shipments")).toBeGreaterThan(1_000);
    expect(await count("returns")).toBeGreaterThan(20);
    expect(await count("events")).toBeGreaterThan(11_400);
    expect(await count("events")).toBeLessThan(12_600);
    expect(await count("conversations")).toBeGreaterThan(50);
    expect(await count("messages")).toBeGreaterThan(300);
    expect(await count("intent_examples")).toBe(10);
    expect(await count("inbox_views")).toBe(3);
    expect(await count("macros")).toBe(4);
    expect(progress.at(-1)).toBe(1);
    expect([...progress].sort((one, other) => one - other)).toEqual(progress);
  });

  it("gives orders an address to which a parcel can be sent, a customer's the same each time", async () => {
    const orders = await owner`SELECT customer_id, shipping_address, phone FROM orders`;
    const unusable = orders.filter(({ shipping_address: address }) => {
      const isKnown = POSTAL_CODE_IS_KNOWN.has(address.country) || !("postalCode" in address);
      return !postalAddressSchema.safeParse(address).success || !isKnown;
    });
    expect(unusable).toEqual([]);
    const homes = new Map<string, Set<string>>();
    for (const { customer_id: customer, shipping_address: address } of orders)
      if (customer) homes.set(customer, (homes.get(customer) ?? new Set()).add(JSON.stringify(address)));
    expect([...homes.values()].filter((addresses) => addresses.size > 1)).toEqual([]);
  });

  it("makes variants, a size chart, coupons and a service policy that the shop's schemas take", async () => {
    const groups = await owner`
      SELECT variant_group, count(*)::int AS products, count(DISTINCT options::text)::int AS kinds
      FROM products WHERE variant_group IS NOT NULL GROUP BY 1`;
    expect(groups.length).toBeGreaterThan(50);
    expect(groups.filter(({ products, kinds }) => products < 2 || kinds !== products)).toEqual([]);
    const charts =
      await owner`SELECT name->>'en' AS name, size_chart FROM products WHERE size_chart IS NOT NULL`;
    expect(charts.length).toBeGreaterThanOrEqual(3);
    for (const { name, size_chart } of charts) {
      expect(name).toContain("bathrobe");
      expect(sizeChartSchema.safeParse(size_chart).success).toBe(true);
    }
    const [policy] = await owner`SELECT settings FROM service_policies`;
    expect(updateServicePolicyInput.safeParse(policy?.settings).success).toBe(true);
    expect(await count("coupons")).toBe(4);
  });

  it("answers what is asked most, in every language, though no model has read its articles before", async () => {
    const ctx = systemContext(demo.merchantId, "test", "test");
    const ask = async (q: string, locale: "zh" | "en" | "es") =>
      (await searchKnowledge(ctx, { q, locale })).data[0];
    expect(await ask("Which payment methods do you take?", "en")).toMatchObject({ title: "Payment methods" });
    expect(await ask("退货要自己出运费吗？", "zh")).toMatchObject({ title: "退换货政策" });
    expect(await ask("¿Cuánto cuesta el envío?", "es")).toMatchObject({ title: "Gastos de envío" });
  });

  it("keeps every reference and every sum", async () => {
    const [broken] = await owner<Record<string, number>[]>`
      SELECT
        (SELECT count(*)::int FROM orders o LEFT JOIN customers c ON (c.merchant_id, c.id) = (o.merchant_id, o.customer_id)
          WHERE o.customer_id IS NOT NULL AND c.id IS NULL) AS orders,
        (SELECT count(*)::int FROM order_lines l LEFT JOIN orders o ON (o.merchant_id, o.id) = (l.merchant_id, l.order_id)
          LEFT JOIN products p ON (p.merchant_id, p.id) = (l.merchant_id, l.product_id)
          WHERE o.id IS NULL OR p.id IS NULL) AS lines,
        (SELECT count(*)::int FROM events e LEFT JOIN products p ON (p.merchant_id, p.id) = (e.merchant_id, e.product_id)
          WHERE e.product_id IS NOT NULL AND p.id IS NULL) AS events,
        (SELECT count(*)::int FROM messages m LEFT JOIN conversations c ON (c.merchant_id, c.id) = (m.merchant_id, m.conversation_id)
          WHERE c.id IS NULL) AS messages,
        (SELECT count(*)::int FROM orders o WHERE total_minor <> shipping_minor - discount_minor
          + (SELECT sum(total_minor) FROM order_lines l WHERE (l.merchant_id, l.order_id) = (o.merchant_id, o.id))
          OR base_total_minor <> round(total_minor * fx_rate)) AS sums`;
    expect(broken).toEqual({ orders: 0, lines: 0, events: 0, messages: 0, sums: 0 });
  });

  it("puts nothing after the anchor", async () => {
    const [latest] = await owner<Record<string, Date>[]>`
      SELECT (SELECT max(placed_at) FROM orders) AS placed, (SELECT max(updated_at) FROM orders) AS changed,
        (SELECT max(occurred_at) FROM events) AS occurred, (SELECT max(received_at) FROM events) AS received,
        (SELECT max(created_at) FROM messages) AS written, (SELECT max(created_at) FROM customers) AS joined,
        (SELECT max(delivered_at) FROM shipments) AS delivered, (SELECT max(returned_at) FROM returns) AS returned,
        (SELECT max(updated_at) FROM conversations) AS touched`;
    for (const moment of Object.values(latest ?? {}))
      expect(moment.getTime()).toBeLessThanOrEqual(anchor.getTime());
  });

  it("gives credentials that work and keeps them in a file for its owner alone", async () => {
    const [key] = await app`SELECT * FROM find_api_key(${hashApiKey(demo.apiKey)})`;
    expect(key).toMatchObject({ merchant_id: demo.merchantId, requests_per_minute: 100_000 });
    expect(await app`SELECT * FROM find_widget_key(${demo.widgetKey})`).toHaveLength(1);
    expect(demo.users.map((user) => user.role).sort()).toEqual([
      "agent",
      "agent",
      "operator",
      "owner",
      "viewer",
    ]);
    for (const user of demo.users) {
      const [found] = await app<
        { password_hash: string }[]
      >`SELECT * FROM find_user_for_login(${user.email})`;
      expect(await verifyPassword(found?.password_hash ?? "", user.password)).toBe(true);
    }
    const file = join(dataDir, "demo.json");
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(demo);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it("does nothing when the shop is there", async () => {
    expect(await seedDemo({ ownerUrl, dataDir, anchor, scale: 0.02 })).toBeNull();
    expect(await count("orders")).toBe(1_200);
  });

  it("is invisible without its tenant and visible within", async () => {
    expect(await app`SELECT 1 FROM orders`).toHaveLength(0);
    expect(await app`SELECT 1 FROM events LIMIT 1`).toHaveLength(0);
    const seen = await app.begin(async (tx) => {
      await tx`SELECT set_config('app.merchant_id', ${demo.merchantId}, true)`;
      return tx`SELECT 1 FROM orders`;
    });
    expect(seen).toHaveLength(1_200);
  });

  it("leaves nothing of a load that fails", async () => {
    await owner`DELETE FROM merchants`;
    const onProgress = (_: number, label: string) => {
      if (label === "events") throw new Error("The power went out.");
    };
    const elsewhere = join(dataDir, "elsewhere");
    await expect(seedDemo({ ownerUrl, dataDir: elsewhere, anchor, scale: 0.02, onProgress })).rejects.toThrow(
      "power",
    );
    expect(await count("merchants")).toBe(0);
    expect(await count("orders")).toBe(0);
    expect(existsSync(join(elsewhere, "demo.json"))).toBe(false);
  });
});
