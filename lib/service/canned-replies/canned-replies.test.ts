import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { createTestShop, openOwner } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import type { ChatShop } from "@/test/support/chat-shop";
import { addPerson, type Person } from "@/test/support/people";

const { ownerUrl } = await useTestDatabase();
const { openChatShop } = await import("@/test/support/chat-shop");
const { createCannedReply, deleteCannedReply, fillCannedReply, listCannedReplies, updateCannedReply } =
  await import(".");
const { sendMessage, startConversation, takeOverConversation } = await import("@/lib/service/conversations");
const { listAuditLog } = await import("@/lib/platform/audit");
const { upsertCustomers } = await import("@/lib/data/customers");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let shop: ChatShop;
let ana: Person;
let ben: Person;
let mei: Person;
beforeAll(async () => {
  shop = await openChatShop(sql);
  ana = await addPerson(shop, "agent", { name: "Ana" });
  ben = await addPerson(shop, "agent", { name: "Ben" });
  mei = await addPerson(shop, "operator", { name: "Mei" });
});

const namesSeenBy = async (person: Person, filter = {}) =>
  (await listCannedReplies(person.ctx, filter)).data.map(({ name }) => name);
const make = (name: string, texts: Record<string, string> = { en: name }) =>
  createCannedReply(mei.ctx, { name, texts });

describe("a canned reply", () => {
  it("of the shop is written by an operator, seen by everybody, and its changes are recorded", async () => {
    const made = await make("Refund-Time", { zh: "退款 3 天内到账", en: "" });
    expect(made).toMatchObject({ name: "refund-time", isPersonal: false, timesUsed: 0 });
    expect(made.texts).toEqual({ zh: "退款 3 天内到账" });
    expect(await namesSeenBy(ana)).toContain("refund-time");
    const changed = await updateCannedReply(mei.ctx, { id: made.id, texts: { en: "In three days." } });
    expect(changed).toMatchObject({ name: "refund-time", texts: { en: "In three days." } });
    await deleteCannedReply(mei.ctx, { id: made.id });
    expect(await namesSeenBy(ana)).not.toContain("refund-time");
    const { data } = await listAuditLog(mei.ctx, { subjectId: made.id });
    expect(data.map(({ action }) => action).sort()).toEqual([
      "canned_reply.changed",
      "canned_reply.created",
      "canned_reply.deleted",
    ]);
  });

  it("of an agent is their own: nobody else sees, uses, changes or deletes it", async () => {
    const own = await createCannedReply(ana.ctx, { name: "hola", isPersonal: true, texts: { es: "Hola" } });
    await createCannedReply(ben.ctx, { name: "hola", isPersonal: true, texts: { es: "Buenas" } });
    expect((await listCannedReplies(ana.ctx, { scope: "own" })).data).toMatchObject([{ id: own.id }]);
    expect(JSON.stringify(await listCannedReplies(mei.ctx))).not.toContain(own.id);
    const { id: conversationId } = await shop.customerChat("li");
    for (const act of [
      () => updateCannedReply(mei.ctx, { id: own.id, name: "mine" }),
      () => deleteCannedReply(ben.ctx, { id: own.id }),
      () => fillCannedReply(ben.ctx, { id: own.id, conversationId }),
    ])
      await expect(act()).rejects.toMatchObject({ code: "not_found" });
    await deleteCannedReply(ana.ctx, { id: own.id });
  });

  it("of the shop is not changed by an agent, and a key has none of its own", async () => {
    const { id } = await make("shipping");
    const forbidden = { code: "forbidden" };
    await expect(createCannedReply(ana.ctx, { name: "x", texts: { en: "x" } })).rejects.toMatchObject(
      forbidden,
    );
    await expect(updateCannedReply(ana.ctx, { id, name: "x" })).rejects.toMatchObject(forbidden);
    await expect(deleteCannedReply(ana.ctx, { id })).rejects.toMatchObject(forbidden);
    await expect(
      listCannedReplies(shop.as({ type: "api_key", id: newId(), name: "k", scopes: [] })),
    ).rejects.toMatchObject(forbidden);
    const own = createCannedReply(shop.ctx, { name: "x", isPersonal: true, texts: { en: "x" } });
    await expect(own).rejects.toMatchObject({ code: "invalid_input" });
  });

  it("has a name that nothing else of its list has, also when two come at once", async () => {
    const both = await Promise.allSettled([make("twice"), make("TWICE")]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(make("twice")).rejects.toMatchObject({ code: "conflict", issues: [{ path: "name" }] });
    const other = await make("other-name");
    const taken = updateCannedReply(mei.ctx, { id: other.id, name: "twice" });
    await expect(taken).rejects.toMatchObject({ code: "conflict" });
  });

  it.each([
    [{ name: "two words", texts: { en: "x" } }, "name"],
    [{ name: "", texts: { en: "x" } }, "name"],
    [{ name: "n", texts: {} }, "texts"],
    [{ name: "n", texts: { en: "   " } }, "texts"],
    [{ name: "n", texts: { en: "x".repeat(4_001) } }, "texts.en"],
    [{ name: "n", texts: { en: "Hi {{customer.nmae}}" } }, "texts.en"],
    [{ name: "n", texts: { en: "a\u0000b" } }, "texts.en"],
  ])("refuses %j at %s", async (input, path) => {
    const refused = createCannedReply(mei.ctx, input as never);
    await expect(refused).rejects.toMatchObject({ code: "invalid_input", issues: [{ path }] });
  });

  it("is found by a part of its name or text, wildcards meaning themselves, page by page", async () => {
    await make("sizes", { zh: "尺码偏小，建议拍大一码", en: "Runs small: 100% true" });
    expect(await namesSeenBy(ana, { q: "偏小" })).toEqual(["sizes"]);
    expect(await namesSeenBy(ana, { q: "100%" })).toEqual(["sizes"]);
    expect(await namesSeenBy(ana, { q: "1%0" })).toEqual([]);
    const all = await namesSeenBy(ana);
    const first = await listCannedReplies(ana.ctx, { limit: 2 });
    const rest = await listCannedReplies(ana.ctx, { cursor: first.nextCursor! });
    expect([...first.data, ...rest.data].map(({ name }) => name)).toEqual(all);
  });
});

describe("filling a reply", () => {
  const greet =
    "您好 {{customer.name}}，{{order.number}}：{{order.trackingNumber}}。{{agent.name}}，{{shop.name}}";

  it("takes the conversation's language, customer, order and agent, and counts the use", async () => {
    const reply = await make("greet", { zh: greet, en: "Hello {{customer.name}}" });
    const chat = await shop.customerChat("li");
    await chat.say("我的订单 HP-20431 到哪里了？");
    const filled = await fillCannedReply(ana.ctx, { id: reply.id, conversationId: chat.id });
    expect(filled).toEqual({
      language: "zh",
      text: "您好 Li，HP-20431：SF1234567890123。Ana，Test shop",
      missing: [],
    });
    const { data } = await listCannedReplies(ana.ctx, { q: "greet" });
    expect(data[0]).toMatchObject({ timesUsed: 1, lastUsedAt: expect.any(String) });
  });

  it("names the latest order where none was talked of", async () => {
    const { id } = await make("latest", { en: "{{order.number}} {{order.trackingNumber}}" });
    const chat = await shop.customerChat("li", "en");
    const filled = await fillCannedReply(ana.ctx, { id, conversationId: chat.id });
    expect(filled).toMatchObject({
      text: "HP-20440 {{order.trackingNumber}}",
      missing: ["order.trackingNumber"],
    });
  });

  it("tells a stranger's order number back, but nothing that stands on the order", async () => {
    const { id } = await make("stranger", {
      en: "{{order.number}} {{order.trackingNumber}} {{customer.name}}",
    });
    const browser = await shop.openBrowser();
    const said = await browser.say("Where is my order HP-20431?");
    const filled = await fillCannedReply(ana.ctx, { id, conversationId: said.conversation.id });
    expect(filled.missing).toEqual(["order.trackingNumber", "customer.name"]);
    expect(filled.text).not.toContain("SF1234567890123");
  });

  it("shows what is empty instead of filling it, and no agent can send it", async () => {
    const { id } = await make("hello", { en: "Hello {{customer.name}}!" });
    await upsertCustomers(shop.ctx, { items: [{ externalId: "nameless" }] });
    const chat = await startConversation(shop.ctx, { channel: "api", customer: { externalId: "nameless" } });
    const filled = await fillCannedReply(ana.ctx, { id, conversationId: chat.id });
    expect(filled).toMatchObject({ text: "Hello {{customer.name}}!", missing: ["customer.name"] });
    await takeOverConversation(ana.ctx, { id: chat.id });
    const send = (text: string) =>
      sendMessage(ana.ctx, { id: chat.id, author: "agent", text, clientMessageId: newId() });
    await expect(send(filled.text)).rejects.toMatchObject({
      code: "invalid_input",
      message: expect.stringContaining("{{customer.name}}"),
    });
    expect((await send("Hello {you}!")).message.text).toBe("Hello {you}!");
  });

  it("falls back to the shop's language, then to any", async () => {
    const { id } = await make("es-only", { es: "Hola", zh: "你好" });
    const chat = await shop.customerChat("wang", "en");
    const language = async () => (await fillCannedReply(ana.ctx, { id, conversationId: chat.id })).language;
    await sql`UPDATE merchants SET default_locale = 'es' WHERE id = ${shop.merchantId}`;
    expect(await language()).toBe("es");
    await sql`UPDATE merchants SET default_locale = 'en' WHERE id = ${shop.merchantId}`;
    expect(await language()).toBe("zh");
  });

  it("knows no conversation and no reply of another shop", async () => {
    const { id } = await make("elsewhere");
    const other = await createTestShop(sql);
    const theirs = await startConversation(other.ctx, { channel: "api", customer: { externalId: "x" } });
    const fill = fillCannedReply(ana.ctx, { id, conversationId: theirs.id });
    await expect(fill).rejects.toMatchObject({ code: "not_found" });
    const foreign = fillCannedReply(other.ctx, { id, conversationId: theirs.id });
    await expect(foreign).rejects.toMatchObject({ code: "not_found" });
  });
});
