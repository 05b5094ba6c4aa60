import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestShop, openOwner } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import type { ChatShop } from "@/test/support/chat-shop";

const { ownerUrl } = await useTestDatabase();
const { openChatShop } = await import("@/test/support/chat-shop");
const { getConversation, sendMessage } = await import("@/lib/service/conversations");
const { createArticle, listQuestions, publishArticle } = await import("@/lib/data/knowledge");
const { createCannedReply } = await import("@/lib/service/canned-replies");
const { chooseSuggestion, suggestReplies } = await import(".");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let shop: ChatShop;
beforeAll(async () => {
  shop = await openChatShop(sql);
  for (const [language, title, body] of [
    [
      "en",
      "Do you ship abroad?",
      "We ship to all of Europe within ten days. Shipping abroad costs 12 euros.",
    ],
    [
      "es",
      "¿Enviáis al extranjero?",
      "Enviamos a toda Europa en diez días. El envío al extranjero cuesta 12 euros.",
    ],
  ] as const) {
    const { id } = await createArticle(shop.ctx, { language, title, body, audience: "customers" });
    await publishArticle(shop.ctx, { id });
  }
  await createCannedReply(shop.ctx, {
    name: "gift-wrapping",
    texts: {
      en: "Hello {{customer.name}}, yes, we wrap gifts: choose gift wrapping in the cart and write your greeting card.",
    },
  });
});

const suggest = (conversationId: string) => suggestReplies(shop.ctx, { conversationId });
/** A chat that people have, with something more to answer. */
async function handedOver(customer: string, ...texts: string[]) {
  const chat = await shop.customerChat(customer);
  await chat.say("human");
  for (const text of texts) await chat.say(text);
  return chat;
}

describe("suggested replies", () => {
  it("are none while the bot has the conversation, and none once a person has answered", async () => {
    const chat = await shop.customerChat("li");
    await chat.say("Where is my order HP-20431?");
    expect(await suggest(chat.id)).toEqual({ messageId: null, language: null, data: [] });
    const other = await handedOver("li", "Where is my order HP-20431?");
    const answer = { id: other.id, author: "agent" as const, text: "On its way.", clientMessageId: "a" };
    await sendMessage(shop.ctx, answer);
    expect((await suggest(other.id)).data).toEqual([]);
  });

  it("say what the bot would say now, with its sources, in the customer's language", async () => {
    const chat = await handedOver("li", "¿Dónde está mi pedido HP-20431?");
    const { data } = await suggest(chat.id);
    expect(data[0]).toMatchObject({
      kind: "task",
      about: "track_order",
      intent: "order_tracking",
      text: expect.stringContaining("número de seguimiento SF1234567890123"),
      sources: [{ type: "order", label: "HP-20431" }, { type: "shipment" }],
    });
    expect(data[0]!.confidence).toBeGreaterThan(0.5);
  });

  it("ask before a change and change nothing", async () => {
    const chat = await handedOver("li", "Please cancel my order HP-20440");
    const before = await getConversation(shop.ctx, { id: chat.id });
    const [draft] = (await suggest(chat.id)).data;
    expect(draft).toMatchObject({
      about: "cancel_order",
      text: expect.stringContaining("HP-20440"),
      sources: [{ type: "order", label: "HP-20440" }],
    });
    const [order] = await sql`SELECT status FROM orders WHERE number = 'HP-20440'`;
    expect(order!.status).toBe("paid");
    expect(await sql`SELECT 1 FROM order_requests`).toHaveLength(0);
    const after = await getConversation(shop.ctx, { id: chat.id });
    expect(after.slots).toEqual(before.slots);
    expect(after.messages).toEqual(before.messages);
  });

  it("write no complaint down, keep no question and try no proof", async () => {
    const complaint = await handedOver("wang", "I want to complain, your courier was very rude to me!");
    await suggest(complaint.id);
    expect(await sql`SELECT 1 FROM complaints`).toHaveLength(0);
    const stranger = await shop.openBrowser();
    await stranger.say("human");
    const { conversation } = await stranger.say("Where is my order HP-20600? guest@example.com");
    const [before] = await sql`SELECT coalesce(sum(hits), 0)::int AS n FROM rate_limits`;
    const { data } = await suggest(conversation.id);
    expect(JSON.stringify(data)).not.toContain("is paid");
    expect((await sql`SELECT coalesce(sum(hits), 0)::int AS n FROM rate_limits`)[0]).toEqual(before);
    expect((await listQuestions(shop.ctx, {})).data).toEqual([]);
  });

  it("quote the shop's articles above the bound, in the customer's language alone", async () => {
    for (const [language, text, quoted] of [
      ["en", "Do you ship to other countries abroad?", "Do you ship abroad?"],
      ["es", "¿Hacéis envíos al extranjero?", "¿Enviáis al extranjero?"],
    ] as const) {
      const chat = await shop.customerChat("wang", language);
      await chat.say(language === "en" ? "human" : "quiero hablar con una persona");
      await chat.say(text);
      const { data } = await suggest(chat.id);
      const articles = data.filter(({ sources }) => sources.some(({ type }) => type === "article"));
      expect(articles.map(({ about, text }) => [about, text.includes(quoted)])).toEqual([[quoted, true]]);
      expect(articles[0]!.confidence).toBeGreaterThanOrEqual(0.5);
    }
  });

  it("offer canned replies that fit, filled, and none that do not", async () => {
    const chat = await handedOver("li", "Can you wrap it as a gift with a greeting card?");
    const canned = (await suggest(chat.id)).data.filter(({ kind }) => kind === "canned");
    expect(canned).toMatchObject([{ about: "gift-wrapping", text: expect.stringMatching(/^Hello Li, yes/) }]);
    expect((await sql`SELECT times_used FROM canned_replies`)[0]!.times_used).toBe(0);
    const other = await handedOver("li", "Where is my order HP-20431?");
    expect((await suggest(other.id)).data.filter(({ kind }) => kind === "canned")).toEqual([]);
  });

  it("are shown no more once put away, and again when that is undone", async () => {
    const chat = await handedOver("li", "Where is my order HP-20431?");
    const [{ key } = { key: "" }] = (await suggest(chat.id)).data;
    const choose = (choice: "rejected" | null) =>
      chooseSuggestion(shop.ctx, { conversationId: chat.id, key, choice });
    await choose("rejected");
    expect((await suggest(chat.id)).data.map((one) => one.key)).not.toContain(key);
    await choose(null);
    expect((await suggest(chat.id)).data.map((one) => one.key)).toContain(key);
    await expect(
      chooseSuggestion(shop.ctx, { conversationId: chat.id, key: "any", choice: "accepted" }),
    ).rejects.toMatchObject({ code: "invalid_input" });
  });

  it("show nothing of orders to those who may not see them, and nothing to another shop", async () => {
    const chat = await handedOver("li", "Where is my order HP-20431?");
    const key = shop.as({ type: "api_key", id: "k", name: "k", scopes: ["conversations:write"] });
    expect(JSON.stringify(await suggestReplies(key, { conversationId: chat.id }))).not.toContain("SF123");
    const other = await createTestShop(sql);
    await expect(suggestReplies(other.ctx, { conversationId: chat.id })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

it("what became of drafts is counted for the page of quality, each once", async () => {
  const { getServiceQuality } = await import("@/lib/service/quality");
  const period = { from: "2026-07-01", to: "2026-07-02" };
  const before = (await getServiceQuality(shop.ctx, period)).suggestions;
  const chat = await handedOver("li", "Where is my order HP-20431?");
  const key = "task-00000000000000aa";
  for (const choice of ["rejected", "edited", "accepted"] as const)
    await chooseSuggestion(shop.ctx, { conversationId: chat.id, key, choice });
  const after = (await getServiceQuality(shop.ctx, period)).suggestions;
  expect(after).toEqual({ ...before, accepted: before.accepted + 1 });
});
