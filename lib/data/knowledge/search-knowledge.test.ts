import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestShop, openOwner, type TestShop } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";

const { ownerUrl } = await useTestDatabase();
const { archiveArticle, createArticle, listQuestions, searchKnowledge, updateArticle } = await import(".");
const { publishArticle } = await import(".");
const { inTenant } = await import("@/db/tenant");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

const ARTICLES = [
  [
    "en",
    "What is your return policy?",
    "You can return products within 30 days of purchase for a full refund.",
  ],
  ["en", "Which payment methods do you accept?", "We accept major credit cards, debit cards and PayPal."],
  ["en", "Do you offer gift wrapping?", "Yes, for a small fee. Choose gift wrapping during checkout."],
  ["zh", "电磁炉能用这口锅吗？", "本店的铸铁锅和不锈钢锅都可以在电磁炉上使用，铝锅不行。"],
  ["es", "¿Cuál es el horario de la tienda?", "Abrimos de lunes a sábado, de diez a ocho."],
] as const;

let shop: TestShop;
const ids: string[] = [];
beforeAll(async () => {
  shop = await createTestShop(sql, { now: new Date("2026-05-10T00:00:00Z") });
  for (const [language, title, body] of ARTICLES)
    ids.push((await createArticle(shop.ctx, { language, title, body, publish: true })).id);
});
const search = (q: string, more = {}) => searchKnowledge(shop.ctx, { q, ...more });
const firstOf = async (q: string, more = {}) => ids.indexOf((await search(q, more)).data[0]?.articleId ?? "");

describe("a question", () => {
  it.each([
    ["Can I send back what I bought?", 0],
    ["你们支持多少天无理由退货？", 0],
    ["¿Cuántos días tengo para devolver algo?", 0],
    ["可以用信用卡付款吗", 1],
    ["¿Me lo podéis envolver para regalo?", 2],
    ["can I use this pan on an induction hob", 3],
    ["铝锅可以放电磁炉上吗", 3],
    ["When are you open?", 4],
  ])("%s finds article %i, whatever its language", async (q, expected) => {
    expect(await firstOf(q)).toBe(expected);
  });

  it("that an article answers is answered with confidence", async () => {
    const { data, isConfident, language } = await search("What is the return policy?");
    expect({ isConfident, language }).toEqual({ isConfident: true, language: "en" });
    expect(data[0]).toMatchObject({ articleId: ids[0], version: 1, passage: ARTICLES[0][2], heading: "" });
    expect(data.map(({ confidence }) => confidence)).toEqual(
      data.map(({ confidence }) => confidence).toSorted((a, b) => b - a),
    );
    for (const { confidence } of data) expect(confidence >= 0 && confidence <= 1).toBe(true);
  });

  it.each(["Who won the match last night?", "帮我写一首诗", "¿Qué tiempo hace en Sevilla?", "?!", "🎁"])(
    "%s is answered with “I am not sure”",
    async (q) => {
      expect((await search(q)).isConfident).toBe(false);
    },
  );

  it("gets as many hits as it asks for", async () => {
    expect((await search("return", { limit: 2 })).data).toHaveLength(2);
  });

  it.each([
    ["empty", { q: "" }],
    ["blank", { q: " " }],
    ["too long", { q: "x".repeat(2_001) }],
    ["for too many hits", { q: "x", limit: 21 }],
    ["for another language", { q: "x", locale: "fr" }],
  ])("%s is refused", async (_, input) => {
    await expect(searchKnowledge(shop.ctx, input as { q: string })).rejects.toMatchObject({
      code: "invalid_input",
    });
  });

  it("needs the permission to read", async () => {
    const ctx = shop.as({ type: "api_key", id: ids[0]!, name: "k", scopes: ["orders:read"] });
    await expect(searchKnowledge(ctx, { q: "returns" })).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("what is shown", () => {
  it("is for the audience, and valid now", async () => {
    const own = await createTestShop(sql);
    const at = (instant: string) => ({ ...own.ctx, now: () => new Date(instant) });
    const article = { language: "en", title: "Summer sale returns", publish: true } as const;
    await createArticle(own.ctx, { ...article, body: "For agents.", audience: "agents" });
    await createArticle(own.ctx, {
      ...article,
      ...{ body: "In May.", validFrom: "2026-05-01T00:00:00Z", validUntil: "2026-06-01T00:00:00Z" },
    });
    const found = async (instant: string, audience: "customers" | "agents") =>
      (await searchKnowledge(at(instant), { q: article.title, audience })).data
        .map(({ passage }) => passage)
        .sort();
    expect(await found("2026-04-30T23:59:59.999Z", "customers")).toEqual([]);
    expect(await found("2026-05-01T00:00:00Z", "customers")).toEqual(["In May."]);
    expect(await found("2026-05-31T23:59:59Z", "agents")).toEqual(["For agents.", "In May."]);
    expect(await found("2026-06-01T00:00:00Z", "agents")).toEqual(["For agents."]);
  });

  it("is one of an article's translations, in the reader's language where there is one", async () => {
    const own = await createTestShop(sql);
    const english = await createArticle(own.ctx, {
      language: "en",
      title: "Lost parcels",
      body: "Write to us.",
      publish: true,
    });
    const chinese = await createArticle(own.ctx, {
      ...{
        language: "zh",
        title: "包裹丢失",
        body: "请联系我们。",
        translationOf: english.id,
        publish: true,
      },
    });
    const shown = async (q: string, locale?: "zh-CN" | "en" | "es") => {
      const { data } = await searchKnowledge(own.ctx, { q, ...(locale ? { locale } : {}) });
      expect(data).toHaveLength(1);
      return data[0]!.articleId;
    };
    expect(await shown("my parcel was lost")).toBe(english.id);
    expect(await shown("我的包裹丢了")).toBe(chinese.id);
    expect(await shown("my parcel was lost", "zh-CN")).toBe(chinese.id);
    expect([english.id, chinese.id]).toContain(await shown("he perdido mi paquete", "es"));
  });

  it("is the piece of a long article that fits", async () => {
    const own = await createTestShop(sql);
    const filler = Array.from(
      { length: 12 },
      (_, i) => `Sentence ${i} says how we choose our wood with care.`,
    ).join(" ");
    const body = `## Materials\n\n${filler}\n\n## Installation\n\nA technician can **install** the wardrobe at your home.\n\n## Origin\n\n${filler}`;
    await createArticle(own.ctx, { language: "en", title: "The wardrobe", body, publish: true });
    const { data } = await searchKnowledge(own.ctx, { q: "will somebody install it for me?" });
    expect(data).toHaveLength(1);
    expect(data[0]).toMatchObject({
      heading: "Installation",
      passage: "A technician can install the wardrobe at your home.",
    });
  });

  it("follows each change at once", async () => {
    const own = await createTestShop(sql);
    const { id } = await createArticle(own.ctx, {
      language: "en",
      title: "Parking",
      body: "Behind the shop.",
      publish: true,
    });
    const passages = async () =>
      (await searchKnowledge(own.ctx, { q: "parking" })).data.map(({ passage }) => passage);
    expect(await passages()).toEqual(["Behind the shop."]);
    await updateArticle(own.ctx, { id, body: "In front of the shop." });
    expect(await passages()).toEqual(["Behind the shop."]);
    await publishArticle(own.ctx, { id });
    expect(await passages()).toEqual(["In front of the shop."]);
    // What another process did is noticed by the revision alone.
    await sql`UPDATE knowledge_passages SET text = 'Elsewhere.' WHERE merchant_id = ${own.merchantId} AND kind = 'body'`;
    expect(await passages()).toEqual(["In front of the shop."]);
    await sql`UPDATE knowledge_revisions SET revision = revision + 1 WHERE merchant_id = ${own.merchantId}`;
    expect(await passages()).toEqual(["Elsewhere."]);
    await archiveArticle(own.ctx, { id });
    expect(await passages()).toEqual([]);
  });

  it("is what is committed, whatever a transaction that was rolled back had published", async () => {
    const own = await createTestShop(sql);
    const article = (body: string) => ({ language: "en", title: "Parking", body, publish: true }) as const;
    const passages = async (ctx = own.ctx) =>
      (await searchKnowledge(ctx, { q: "parking" })).data.map(({ passage }) => passage);
    const undone = inTenant(own.ctx, async ({ ctx }) => {
      await createArticle(ctx, article("Nowhere."));
      expect(await passages(ctx)).toEqual(["Nowhere."]);
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await passages()).toEqual([]);
    await createArticle(own.ctx, article("Behind the shop."));
    expect(await passages()).toEqual(["Behind the shop."]);
  });

  it("is encoded anew some at a time where there is much of it", { timeout: 120_000 }, async () => {
    const own = await createTestShop(sql);
    const body = Array.from({ length: 210 }, (_, i) => `## Room ${i}\n\nOak.`).join("\n\n");
    await createArticle(own.ctx, { language: "en", title: "Rooms", body, publish: true });
    await sql`UPDATE knowledge_passages SET model = 'older@1' WHERE merchant_id = ${own.merchantId}`;
    const stale = async () => {
      expect((await searchKnowledge(own.ctx, { q: "room 3" })).data).toHaveLength(1);
      const rows = await sql`
        SELECT 1 FROM knowledge_passages WHERE merchant_id = ${own.merchantId} AND model = 'older@1'`;
      return rows.length;
    };
    expect([await stale(), await stale(), await stale()]).toEqual([11, 0, 0]);
  });

  it("is encoded anew after the text model was replaced", async () => {
    const own = await createTestShop(sql);
    await createArticle(own.ctx, {
      language: "en",
      title: "Parking",
      body: "Behind the shop.",
      publish: true,
    });
    const stale = Buffer.alloc(2048);
    await sql`UPDATE knowledge_passages SET model = 'older@1', embedding = ${stale} WHERE merchant_id = ${own.merchantId}`;
    expect((await searchKnowledge(own.ctx, { q: "parking" })).data).toHaveLength(1);
    const rows =
      await sql`SELECT model, embedding FROM knowledge_passages WHERE merchant_id = ${own.merchantId}`;
    expect(rows).toHaveLength(2);
    for (const { model, embedding } of rows) {
      expect(model).not.toBe("older@1");
      expect(embedding.equals(stale)).toBe(false);
    }
  });
});

it("a question without a sure answer is kept only where that is asked for", async () => {
  const kept = async () => (await listQuestions(shop.ctx)).data.map(({ text }) => text);
  await search("Who won the match last night?");
  expect(await kept()).toEqual([]);
  await search("What is the return policy?", { record: true });
  await search("?!", { record: true });
  expect(await kept()).toEqual([]);
  await search("Who won the match last night?", { record: true });
  expect(await kept()).toEqual(["Who won the match last night?"]);
});
