import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestShop, openOwner, type TestShop } from "@/lib/data/catalog/test-shop";
import { wilsonInterval } from "@/lib/intelligence/text";
import { useTestDatabase } from "@/test/database";

const { ownerUrl } = await useTestDatabase();
const { startConversation } = await import("@/lib/service/conversations");
const { correctIntent, dismissAlert, getQuality, getUnderstandingStatus, listAlerts, listReviewQueue } =
  await import(".");
const { watchUnderstandingJob } = await import("./jobs");
const { watchDrift } = await import("./watch-drift");
const { writeUnderstood } = await import("@/test/support/teaching-shop");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

const NOW = new Date("2026-07-01T08:00:00Z");
const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(NOW.getTime() - days * DAY_MS);

async function openShop(now = NOW) {
  const shop = await createTestShop(sql, { now });
  const { id } = await startConversation(shop.ctx, {
    channel: "api",
    customer: { externalId: "li", name: "Li" },
  });
  return { shop, conversationId: id };
}

describe("the review queue and the figures of quality", () => {
  let shop: TestShop;
  const ids: Record<string, string> = {};
  beforeAll(async () => {
    const opened = await openShop();
    shop = opened.shop;
    const rated = await startConversation(shop.ctx, { channel: "api", customer: { externalId: "wang" } });
    await sql`UPDATE conversations SET rating = 1 WHERE merchant_id = ${shop.merchantId} AND id = ${rated.id}`;
    const write = async (
      name: string,
      intent: string,
      confidence: number,
      days: number,
      more: { margin?: number; language?: string; in?: string } = {},
    ) => {
      const { in: id = opened.conversationId, ...rest } = more;
      const message = { text: name, intent, confidence, at: daysAgo(days), ...rest };
      ids[name] = await writeUnderstood(shop, id, message);
    };
    await write("sure", "invoice", 0.95, 1);
    await write("unsure", "invoice", 0.3, 2, { language: "zh" });
    await write("between", "refund_status", 0.55, 3, { margin: 0.05 });
    await write("outside", "out_of_scope", 0.8, 4, { language: "es" });
    await write("unhappy", "thanks", 0.9, 5, { in: rated.id });
    await write("nothing in it", "out_of_scope", 0, 6);
    await write("long ago", "invoice", 0.1, 100);
    await write("corrected", "invoice", 0.2, 7);
    await write("confirmed", "invoice", 0.4, 8);
    await correctIntent(shop.ctx, { messageId: ids.corrected!, intent: "refund_status" });
    await correctIntent(shop.ctx, { messageId: ids.confirmed!, intent: "invoice" });
  });

  it("shows what a person should look at, and why, newest first", async () => {
    const { data } = await listReviewQueue(shop.ctx);
    expect(data.map(({ text, reasons }) => [text, reasons])).toEqual([
      ["unsure", ["low_confidence"]],
      ["between", ["small_margin"]],
      ["outside", ["out_of_scope"]],
      ["unhappy", ["negative_rating"]],
    ]);
    expect(data[0]).toMatchObject({ customerName: "Li", language: "zh", intent: "invoice", confidence: 0.3 });
    expect((await getUnderstandingStatus(shop.ctx)).waiting).toEqual({ count: 4, isMore: false });
    const other = await createTestShop(sql, { now: NOW });
    expect((await getUnderstandingStatus(other.ctx)).waiting).toEqual({ count: 0, isMore: false });
  });

  it("can be sorted and filtered, and goes on page by page without a gap", async () => {
    const all = (await listReviewQueue(shop.ctx, { sort: "uncertain" })).data.map(({ text }) => text);
    expect(all).toEqual(["unsure", "between", "outside", "unhappy"]);
    for (const sort of ["newest", "uncertain"] as const) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await listReviewQueue(shop.ctx, { sort, limit: 1, ...(cursor ? { cursor } : {}) });
        seen.push(...page.data.map(({ text }) => text));
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      expect(seen).toHaveLength(4);
      expect(new Set(seen).size).toBe(4);
    }
    const only = async (filter: Parameters<typeof listReviewQueue>[1]) =>
      (await listReviewQueue(shop.ctx, filter)).data.map(({ text }) => text);
    expect(await only({ language: "es" })).toEqual(["outside"]);
    expect(await only({ intent: "refund_status" })).toEqual(["between"]);
    expect(await only({ reason: "negative_rating" })).toEqual(["unhappy"]);
    const { nextCursor } = await listReviewQueue(shop.ctx, { limit: 1 });
    const mixed = listReviewQueue(shop.ctx, { sort: "uncertain", cursor: nextCursor! });
    await expect(mixed).rejects.toMatchObject({ code: "invalid_input" });
  });

  it("gives the figures of the shop's days", async () => {
    const quality = await getQuality(shop.ctx);
    expect(quality).toMatchObject({ from: "2026-06-04", to: "2026-07-01", timeZone: "Asia/Shanghai" });
    expect(quality.total).toMatchObject({ messages: 7, lowConfidence: 3, reviewed: 2, corrected: 1 });
    expect(quality.total.meanConfidence).toBeCloseTo((0.95 + 0.3 + 0.55 + 0.8 + 0.9 + 0.2 + 0.4) / 7, 12);
    expect(quality.total.accuracy).toEqual(wilsonInterval(1, 2));
    expect(quality.languages.map(({ language, messages }) => [language, messages])).toEqual([
      ["zh", 1],
      ["en", 5],
      ["es", 1],
    ]);
    expect(quality.days).toHaveLength(28);
    expect(quality.days.at(-2)).toEqual({
      ...{
        day: "2026-06-30",
        messages: 1,
        meanConfidence: 0.95,
        lowConfidence: 0,
        reviewed: 0,
        corrected: 0,
      },
    });
    expect(quality.days.at(-1)).toMatchObject({ messages: 0, meanConfidence: null });
    expect(quality.confusion).toEqual({
      intents: ["invoice", "refund_status"],
      cells: [
        { actual: "invoice", predicted: "invoice", count: 1 },
        { actual: "refund_status", predicted: "invoice", count: 1 },
      ],
      languages: [
        {
          language: "en",
          cells: [
            { actual: "invoice", predicted: "invoice", count: 1 },
            { actual: "refund_status", predicted: "invoice", count: 1 },
          ],
        },
      ],
    });
  });

  it("tells what was taken for what in each language, and adds the languages up", async () => {
    const { shop: trilingual, conversationId } = await openShop();
    for (const language of ["zh", "es", "es"]) {
      const message = { text: "?", intent: "invoice", confidence: 0.4, at: daysAgo(2), language };
      const messageId = await writeUnderstood(trilingual, conversationId, message);
      await correctIntent(trilingual.ctx, { messageId, intent: "thanks" });
    }
    const { cells, languages } = (await getQuality(trilingual.ctx)).confusion;
    const cell = (count: number) => [{ actual: "thanks", predicted: "invoice", count }];
    expect(cells).toEqual(cell(3));
    expect(languages).toEqual([
      { language: "zh", cells: cell(1) },
      { language: "es", cells: cell(2) },
    ]);
  });

  it("counts a message on the day that it is in the shop", async () => {
    const late = { text: "late", intent: "invoice", confidence: 0.9, at: new Date("2026-05-10T17:00:00Z") };
    await writeUnderstood(
      shop,
      (await startConversation(shop.ctx, { channel: "api", customer: { externalId: "x" } })).id,
      late,
    );
    const { days } = await getQuality(shop.ctx, { from: "2026-05-10", to: "2026-05-11" });
    expect(days.map(({ messages }) => messages)).toEqual([0, 1]);
  });

  it("refuses periods that cannot be, and shows another shop and a stranger nothing", async () => {
    for (const period of [
      { from: "2026-07-02", to: "2026-07-01" },
      { from: "2020-01-01", to: "2026-07-01" },
    ])
      await expect(getQuality(shop.ctx, period)).rejects.toMatchObject({ code: "invalid_input" });
    const other = await createTestShop(sql, { now: NOW });
    expect((await getQuality(other.ctx)).total).toMatchObject({ messages: 0, accuracy: null });
    expect((await listReviewQueue(other.ctx)).data).toEqual([]);
    const key = shop.as({ type: "api_key", id: "k", name: "k", scopes: ["understanding:read"] });
    await expect(listReviewQueue(key)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("the daily look", () => {
  /** Forty days of twelve messages, the last ten of them understood badly. */
  async function worsen(shop: TestShop, conversationId: string) {
    for (let day = 1; day <= 40; day++) {
      for (let i = 0; i < 12; i++) {
        const confidence = (day <= 10 ? 0.35 : 0.85) + ((i * 7 + day * 3) % 10) / 100;
        const message = { text: "m", intent: "invoice", confidence, at: daysAgo(day) };
        await writeUnderstood(shop, conversationId, message);
      }
    }
  }

  it("opens one alert of a kind, however often it comes", async () => {
    const { shop, conversationId } = await openShop();
    const quiet = await openShop();
    await worsen(shop, conversationId);
    const look = (at = NOW) => watchDrift({ ...shop.ctx, now: () => at });
    await Promise.all([look(), look()]);
    await look();
    const { data } = await listAlerts(shop.ctx, { status: "open" });
    expect(data).toMatchObject([{ kind: "confidence", since: "2026-06-21", dismissedAt: null }]);
    const [worst] = data;
    expect(Math.abs(worst!.after - worst!.before)).toBeGreaterThan(0.3);
    expect((await listAlerts(quiet.shop.ctx)).data).toEqual([]);

    const dismissed = await dismissAlert(shop.asRole("operator"), { id: data[0]!.id });
    expect(dismissed).toMatchObject({ dismissedBy: "operator", dismissedAt: NOW.toISOString() });
    expect(await dismissAlert(shop.ctx, { id: data[0]!.id })).toEqual(dismissed);
    await look(new Date(NOW.getTime() + DAY_MS));
    expect((await listAlerts(shop.ctx, { status: "open" })).data).toEqual([]);
    const foreign = dismissAlert(quiet.shop.ctx, { id: data[0]!.id });
    await expect(foreign).rejects.toMatchObject({ code: "not_found" });
    const agent = dismissAlert(shop.asRole("agent"), { id: data[0]!.id });
    await expect(agent).rejects.toMatchObject({ code: "forbidden" });
  });

  it("goes over every shop with messages", async () => {
    const { shop, conversationId } = await openShop();
    await worsen(shop, conversationId);
    const shift = sql`UPDATE messages SET created_at = created_at + (now() - ${NOW}) WHERE merchant_id = ${shop.merchantId}`;
    await shift;
    await watchUnderstandingJob.run(shop.merchantId, {}, "job", new AbortController().signal);
    expect((await listAlerts(shop.ctx)).data).toHaveLength(1);
  });
});
