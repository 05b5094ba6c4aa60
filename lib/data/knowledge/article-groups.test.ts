import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { createTestShop, openOwner, type TestShop } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import { openChatShop } from "@/test/support/chat-shop";

const { ownerUrl } = await useTestDatabase();
const { archiveArticle, createArticle, listArticleGroups, listCitations, publishArticle, updateArticle } =
  await import(".");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let shop: TestShop;
beforeEach(async () => {
  shop = await createTestShop(sql);
});
const create = (title: string, more = {}) =>
  createArticle(shop.ctx, { language: "en", title, body: "Text.", ...more });
const titles = async (input = {}) =>
  (await listArticleGroups(shop.ctx, input)).data.map(({ articles }) => articles.map(({ title }) => title));

describe("the list of articles", () => {
  it("shows translations as one, the latest changed first, archived ones only when asked for", async () => {
    const { id } = await create("Delivery", { audience: "agents" });
    const spanish = await create("Entrega", { language: "es", translationOf: id });
    await create("Refunds");
    await updateArticle(shop.ctx, { id, body: "Three days." });
    expect(await titles()).toEqual([["Delivery", "Entrega"], ["Refunds"]]);
    await archiveArticle(shop.ctx, { id: spanish.id });
    expect(await titles()).toEqual([["Delivery"], ["Refunds"]]);
    expect(await titles({ state: "archived" })).toEqual([["Delivery", "Entrega"]]);
    expect(await titles({ q: "DELIV" })).toEqual([["Delivery"]]);
    expect(await titles({ q: "100%_" })).toEqual([]);
    expect(await titles({ language: "es" })).toEqual([]);
    expect(await titles({ audience: "agents" })).toEqual([["Delivery"]]);
    expect((await listArticleGroups((await createTestShop(sql)).ctx)).data).toEqual([]);
  });

  it("knows by what is published whether its time has come or is over", async () => {
    const inDays = (days: number) => new Date(shop.ctx.now().getTime() + days * 86_400_000).toISOString();
    const { id } = await create("Over", { validUntil: inDays(-1), publish: true });
    await create("Coming", { validFrom: inDays(1), publish: true });
    await create("Now", { validFrom: inDays(-1), validUntil: inDays(1), publish: true });
    expect(await titles({ state: "expired" })).toEqual([["Over"]]);
    expect(await titles({ state: "scheduled" })).toEqual([["Coming"]]);
    expect(await titles({ state: "published" })).toEqual([["Now"]]);
    // A longer validity counts from its publication on.
    expect((await updateArticle(shop.ctx, { id, validUntil: inDays(5) })).state).toBe("expired");
    const [over] = (await listArticleGroups(shop.ctx, { q: "Over" })).data;
    expect(over!.articles[0]).toMatchObject({ state: "expired", hasChanges: true });
    expect((await publishArticle(shop.ctx, { id })).state).toBe("published");
  });

  it("comes in pages that lose nothing", async () => {
    for (const title of ["a one", "b two", "c three"]) await create(title);
    const first = await listArticleGroups(shop.ctx, { limit: 2 });
    const rest = await listArticleGroups(shop.ctx, { limit: 2, cursor: first.nextCursor! });
    expect([...first.data, ...rest.data].map(({ articles }) => articles[0]!.title)).toEqual([
      ...["c three", "b two", "a one"],
    ]);
    expect(rest.nextCursor).toBeNull();
    await expect(listArticleGroups(shop.ctx, { cursor: "x" })).rejects.toMatchObject({
      code: "invalid_input",
    });
  });
});

describe("answers of the bot", () => {
  it("that name an article are counted with it, and lead to their conversations", async () => {
    const chatShop = await openChatShop(sql);
    shop = chatShop;
    const article = await create("Delivery");
    const spanish = await create("Entrega", { language: "es", translationOf: article.id });
    await create("Never asked");
    const chat = await chatShop.customerChat("li", "en");
    const answer = async (ids: string[], daysAgo: number) => {
      const at = new Date(shop.ctx.now().getTime() - daysAgo * 86_400_000);
      const sources = ids.map((id) => ({ type: "article", id, label: "x" }));
      await sql`INSERT INTO messages (merchant_id, id, conversation_id, author, text, sources, created_at)
        VALUES (${shop.ctx.merchantId}, ${newId()}, ${chat.id}, 'bot', 'In three days.', ${sql.json(sources)}, ${at})`;
    };
    await answer([article.id, spanish.id], 1);
    await answer([article.id], 2);
    await answer([article.id], 40);
    const cited = (await listArticleGroups(shop.ctx)).data.map(({ articles, timesCited }) => [
      ...[articles[0]!.title, timesCited],
    ]);
    expect(cited).toEqual([
      ["Never asked", 0],
      ["Delivery", 2],
    ]);
    expect(await listCitations(shop.ctx, { id: article.id })).toMatchObject([
      { conversationId: chat.id, question: null },
    ]);
    const other = await createTestShop(sql);
    await expect(listCitations(other.ctx, { id: article.id })).rejects.toMatchObject({ code: "not_found" });
  });
});
