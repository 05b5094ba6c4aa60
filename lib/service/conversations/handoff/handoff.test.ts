import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestShop, openOwner } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import type { ChatShop } from "@/test/support/chat-shop";

const { ownerUrl } = await useTestDatabase();
const { openChatShop } = await import("@/test/support/chat-shop");
const { getConversation, resolveConversation, takeOverConversation } = await import("..");
const { setBusinessHours } = await import("@/lib/data/business-hours");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let shop: ChatShop;
beforeAll(async () => {
  shop = await openChatShop(sql);
});

const read = async (id: string, locale: "en" | "zh-CN" | "es" = "en") =>
  (await getConversation({ ...shop.ctx, locale }, { id })).handoff;
const texts = async (id: string, group: string, locale?: "en" | "zh-CN" | "es") =>
  (await read(id, locale))!.lines.filter((line) => line.group === group).map(({ text }) => text);

describe("a handoff", () => {
  it("is not there while the bot has the conversation", async () => {
    const chat = await shop.customerChat("li");
    await chat.say("Where is my order HP-20431?");
    expect(await read(chat.id)).toBeNull();
  });

  it("names what was answered, done and left open, in the order in which it came", async () => {
    const chat = await shop.customerChat("li");
    await chat.say("Where is my order HP-20431?");
    await chat.say("I want to cancel order HP-20440");
    await chat.say("yes");
    await chat.say("I would like to return something");
    await chat.say("human");
    expect(await texts(chat.id, "wants")).toEqual([
      "Where the order is · order HP-20431: answered",
      "Cancellation · order HP-20440: done",
      expect.stringMatching(/^Return.*: (was asked for|refused)/),
    ]);
    const handoff = (await read(chat.id))!;
    expect(handoff).toMatchObject({ reason: "asked_for_human", takenAt: null, promisedAt: null });
    const [did] = handoff.lines.filter(({ key }) => key === "did.cancel");
    expect(did).toMatchObject({
      values: { order: "HP-20440", refundMinor: 20_500, refundCurrency: "CNY" },
      text: expect.stringMatching(
        /^Order cancelled · order HP-20440 · .*205\.00 goes back · yet to be settled$/,
      ),
    });
    expect(handoff.summary.split("\n")).toHaveLength(handoff.lines.length);
  });

  it("is worded for the reader, whatever the customer writes", async () => {
    const chat = await shop.customerChat("li", "es");
    await chat.say("¿Dónde está mi pedido HP-20431?");
    await chat.say("quiero hablar con una persona");
    expect(await texts(chat.id, "wants", "zh-CN")).toEqual(["查物流 · 订单 HP-20431：已答复"]);
    expect(await texts(chat.id, "why", "zh-CN")).toEqual(["客户要求转人工"]);
    expect(await texts(chat.id, "mood", "en")).toContain("Writes Spanish");
    expect(await texts(chat.id, "promise", "es")).toEqual(["Que le responde un compañero aquí"]);
  });

  it("says what the shop's rules refused, and why", async () => {
    const chat = await shop.customerChat("wang");
    await chat.say("Please cancel my order HP-20500");
    await chat.say("human");
    expect(await texts(chat.id, "wants")).toEqual([
      "Cancellation · order HP-20500: refused. It is delivered already.",
    ]);
  });

  it("tells a stranger who proved an order from one who did not", async () => {
    const proven = await shop.openBrowser();
    await proven.say("Where is my order HP-20600? guest@example.com");
    const { conversation } = await proven.say("human");
    expect(await texts(conversation.id, "identity")).toEqual(["Proved order HP-20600 by its e-mail"]);
    const unknown = await shop.openBrowser();
    await unknown.say("HP-20600 wrong@example.com");
    const other = await unknown.say("human");
    expect(await texts(other.conversation.id, "identity")).toContain("Unknown, nothing proved");
    expect((await read(other.conversation.id))!.profile).toBeNull();
  });

  it("keeps what the customer was told about when people are back, though the hours change since", async () => {
    const office = [{ from: "09:00", to: "15:00" }];
    const week = [office, office, office, office, office, [], []];
    await setBusinessHours(shop.ctx, { week, special: [] });
    const chat = await shop.customerChat("li");
    await chat.say("human");
    await setBusinessHours(shop.ctx, { week: Array(7).fill([]), special: [] });
    expect((await read(chat.id))!.promisedAt).toBe("2026-07-02T01:00:00.000Z");
    expect(await texts(chat.id, "promise")).toEqual(["That the team is back on Jul 2 09:00"]);
  });

  it("counts the wait up to the takeover, and begins anew after the end", async () => {
    const chat = await shop.customerChat("li");
    await chat.say("I want to cancel order HP-20431");
    await chat.say("human");
    const agent = shop.asRole("agent");
    await sql`INSERT INTO users (id, email, name, password_hash)
      VALUES (${agent.actor.type === "user" ? agent.actor.id : ""}, 'a@example.test', 'agent', 'x')`;
    const taken = await takeOverConversation(agent, { id: chat.id });
    expect(taken.handoff!.takenAt).not.toBeNull();
    expect(taken.handoff!.waitedSeconds).toBeGreaterThan(0);
    await resolveConversation(agent, { id: chat.id });
    await chat.say("人工");
    const again = (await read(chat.id, "zh-CN"))!;
    expect(again.takenAt).toBeNull();
    expect(again.lines.filter(({ group }) => group === "wants")).toEqual([]);
  });

  it("brings the feelings of the customer, and who they are, as far as the reader may see it", async () => {
    const chat = await shop.customerChat("wang");
    for (const text of ["Hello, thank you!", "This is terrible, I am very angry", "Your service is awful"])
      await chat.say(text);
    await chat.say("human");
    const { sentiment, profile } = (await read(chat.id))!;
    expect(sentiment.points).toHaveLength(4);
    expect(sentiment.points[0]!.score).toBeGreaterThan(sentiment.points[2]!.score);
    expect(profile).toMatchObject({ name: "Wang", orders: 1, earlier: { count: expect.any(Number) } });
    const key = shop.as({ type: "api_key", id: "k", name: "k", scopes: ["conversations:read"] });
    expect((await getConversation(key, { id: chat.id })).handoff).toMatchObject({ profile: null });
  });

  it("is another shop's own affair", async () => {
    const chat = await shop.customerChat("li");
    await chat.say("human");
    const other = await createTestShop(sql);
    await expect(getConversation(other.ctx, { id: chat.id })).rejects.toMatchObject({ code: "not_found" });
  });
});
