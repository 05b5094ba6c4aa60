import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { createTestShop, openOwner, type TestShop } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";

const { ownerUrl } = await useTestDatabase();
const { upsertCustomers } = await import("@/lib/data/customers");
const { getServiceQuality } = await import("@/lib/service/quality");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

const NOW = new Date("2026-07-01T08:00:00Z");
const JUNE = { from: "2026-06-01", to: "2026-06-30" };

let shop: TestShop;
let ctx: Context;
let agent: string;

interface Said {
  /** Seconds after the conversation's beginning. */
  at: number;
  author: "customer" | "bot" | "agent" | "activity";
  activity?: { type: string; reason?: string; detail?: string };
  intent?: string;
}

async function converse(start: string, said: readonly Said[], more: Record<string, unknown> = {}) {
  const id = newId();
  const began = new Date(start);
  const at = (seconds: number) => new Date(began.getTime() + seconds * 1_000);
  const row = { merchant_id: shop.merchantId, id, channel: "web", created_at: began, ...more };
  await sql`INSERT INTO conversations ${sql(row)}`;
  for (const { at: seconds, author, activity, intent } of said) {
    const message = {
      ...{ merchant_id: shop.merchantId, id: newId(), conversation_id: id, author, text: "…" },
      author_user_id: author === "agent" ? agent : null,
      activity: activity ? sql.json(activity) : null,
      ...{ intent: intent ?? null, created_at: at(seconds) },
    };
    await sql`INSERT INTO messages ${sql(message)}`;
  }
  return id;
}

const handoff = (at: number, reason: string, detail?: string): Said => ({
  ...{ at, author: "activity" },
  activity: { type: "handoff", reason, ...(detail ? { detail } : {}) },
});

beforeAll(async () => {
  shop = await createTestShop(sql, { timeZone: "Asia/Shanghai" });
  ctx = { ...shop.ctx, now: () => NOW };
  agent = newId();
  await sql`INSERT INTO users (id, email, name, password_hash) VALUES (${agent}, ${`${agent}@example.com`}, 'Mei', 'x')`;
  await sql`INSERT INTO memberships (merchant_id, user_id, role) VALUES (${shop.merchantId}, ${agent}, 'agent')`;
  const { results } = await upsertCustomers(ctx, { items: [{ externalId: "a" }, { externalId: "b" }] });
  const [a, b] = results.map(({ id }) => id!) as [string, string];
  const answered: Said[] = [
    { at: 0, author: "customer", intent: "order_tracking" },
    { at: 1, author: "bot" },
  ];
  // Settled by the bot alone, resolved after ten minutes.
  await converse("2026-06-10T10:00:00Z", answered, {
    ...{ customer_id: a, status: "resolved", resolved_at: "2026-06-10T10:10:00Z", rating: 5 },
  });
  // Answered by the bot, and the customer comes back the next day.
  await converse("2026-06-11T10:00:00Z", answered, { customer_id: b });
  await converse(
    "2026-06-12T10:00:00Z",
    [
      { at: 0, author: "customer", intent: "invoice" },
      { at: 1, author: "bot" },
      handoff(2, "low_confidence", "invoice"),
      { at: 302, author: "agent" },
      { at: 400, author: "agent" },
    ],
    { customer_id: b, owner: "human", assignee_id: agent, rating: 2 },
  );
  // Asked for a person and got none; in Shanghai it is the next day.
  await converse(
    "2026-06-20T17:00:00Z",
    [
      { at: 0, author: "customer", intent: "human_agent" },
      { at: 1, author: "bot" },
      handoff(2, "asked_for_human"),
    ],
    { owner: "human" },
  );
  // Too fresh to be judged.
  await converse("2026-06-30T07:00:00Z", answered);
  // Resolved, and opened again by the customer within three days.
  await converse("2026-06-15T10:00:00Z", [
    ...answered,
    { at: 60, author: "activity", activity: { type: "resolved" } },
    { at: 3_600, author: "activity", activity: { type: "reopened" } },
    { at: 3_601, author: "customer", intent: "order_tracking" },
  ]);
  // Not of the period, and nothing said.
  await converse("2026-05-20T10:00:00Z", answered);
  await converse("2026-06-18T10:00:00Z", []);
});

describe("the figures of a period", () => {
  it("count conversations, times, what the bot settled alone, and stars", async () => {
    const quality = await getServiceQuality(ctx, JUNE);
    expect(quality).toMatchObject({
      timeZone: "Asia/Shanghai",
      conversations: { started: 6, withPerson: 2, resolved: 1 },
      firstResponse: { count: 1, medianSeconds: 300, p90Seconds: 300, unanswered: 1 },
      resolution: { count: 1, medianSeconds: 600 },
      automation: { judged: 5, automated: 1, withPerson: 2, recontacted: 2, rate: 0.2 },
      ratings: { count: 2, mean: 3.5, satisfied: 0.5, stars: [0, 1, 0, 0, 1] },
    });
    expect(quality.days).toHaveLength(30);
    expect(quality.days.filter(({ byBot, withPerson }) => byBot + withPerson > 0)).toEqual([
      { day: "2026-06-10", byBot: 1, withPerson: 0 },
      { day: "2026-06-11", byBot: 1, withPerson: 0 },
      { day: "2026-06-12", byBot: 0, withPerson: 1 },
      { day: "2026-06-15", byBot: 1, withPerson: 0 },
      { day: "2026-06-21", byBot: 0, withPerson: 1 },
      { day: "2026-06-30", byBot: 1, withPerson: 0 },
    ]);
  });

  it("name what the bot could not do, and what each person did", async () => {
    const { failing, agents } = await getServiceQuality(ctx, JUNE);
    expect(failing).toEqual([
      { intent: "invoice", handoffs: 1, conversations: 1, reasons: [{ reason: "low_confidence", count: 1 }] },
    ]);
    expect(agents).toEqual([
      {
        ...{ userId: agent, name: "Mei", conversations: 1, messages: 2, open: 1 },
        ...{ firstResponseMedianSeconds: 300, ratingMean: 2 },
      },
    ]);
  });

  it("are null where there is nothing, for a shop without conversations", async () => {
    const empty = await createTestShop(sql);
    expect(await getServiceQuality(empty.ctx)).toMatchObject({
      conversations: { started: 0 },
      firstResponse: { count: 0, medianSeconds: null, p90Seconds: null, unanswered: 0 },
      automation: { judged: 0, rate: null },
      ratings: { count: 0, mean: null, satisfied: null },
      failing: [],
      agents: [],
    });
  });

  it("are for those who may see figures, of a period that can be", async () => {
    const stranger = shop.as({ type: "api_key", id: newId(), name: "test", scopes: ["products:read"] });
    await expect(getServiceQuality(stranger, JUNE)).rejects.toMatchObject({ code: "forbidden" });
    await expect(getServiceQuality(ctx, { from: "2026-06-30", to: "2026-06-01" })).rejects.toMatchObject({
      code: "invalid_input",
    });
    await expect(getServiceQuality(ctx, { from: "2020-01-01", to: "2026-06-01" })).rejects.toMatchObject({
      code: "invalid_input",
    });
  });
});
