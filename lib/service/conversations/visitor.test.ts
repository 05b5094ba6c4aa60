import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { openOwner } from "@/lib/data/catalog/test-shop";
import { mergeCustomers } from "@/lib/data/customers";
import { useTestDatabase } from "@/test/database";
import type { ChatShop } from "@/test/support/chat-shop";
import { addPerson, type Person } from "@/test/support/people";

const { ownerUrl } = await useTestDatabase();
const { openChatShop } = await import("@/test/support/chat-shop");
const { addNote, getConversation, getVisitorConversation, openVisitorSession, rateAsVisitor } = await import(
  "."
);
const { announceVisitorTyping, selectForVisitor, sendMessage, sendVisitorMessage, takeOverConversation } =
  await import(".");
const { createWidgetKey, revokeWidgetKey, setAllowedOrigins } = await import("@/lib/platform/shop");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let shop: ChatShop;
let ana: Person;
beforeAll(async () => {
  shop = await openChatShop(sql);
  ana = await addPerson(shop, "agent", { name: "Ana" });
});
/** A customer whom no other test has written as. */
const someone = () => `customer-${newId()}`;

describe("a visitor's session", () => {
  it("has no conversation before the first message", async () => {
    const browser = await shop.openBrowser();
    expect(browser.conversationId).toBeNull();
    expect(await getVisitorConversation(browser.ctx)).toBeNull();
    await expect(rateAsVisitor(browser.ctx, { score: 5 })).rejects.toMatchObject({ code: "not_found" });
    await announceVisitorTyping(browser.ctx, { isTyping: true });
  });

  it("opens one conversation for many first messages at once", async () => {
    for (const browser of [await shop.openBrowser(), await shop.openBrowser(someone())]) {
      const said = await Promise.all(Array.from({ length: 10 }, () => browser.say("你好", "first")));
      expect(new Set(said.map(({ conversation }) => conversation.id)).size).toBe(1);
      const { messages } = (await getVisitorConversation(browser.ctx))!;
      expect(messages.map(({ author }) => author)).toEqual(["customer", "bot"]);
    }
  });

  it("opens one conversation for a customer who writes on two devices at once", async () => {
    const id = someone();
    const [phone, laptop] = [await shop.openBrowser(id), await shop.openBrowser(id)];
    const said = await Promise.all([phone.say("你好"), laptop.say("你好")]);
    expect(said[0]!.conversation.id).toBe(said[1]!.conversation.id);
  });

  it("is the same after a reload, and another browser's is another", async () => {
    const browser = await shop.openBrowser();
    const { conversation } = await browser.say("你好");
    const reloaded = await shop.openBrowser(undefined, browser.claims);
    expect(reloaded.conversationId).toBe(conversation.id);
    const stranger = await shop.openBrowser();
    expect(stranger.claims.visitorId).not.toBe(browser.claims.visitorId);
    expect(await getVisitorConversation(stranger.ctx)).toBeNull();
  });

  it("shows a customer the same on every device", async () => {
    const id = someone();
    const phone = await shop.openBrowser(id);
    const { conversation } = await phone.say("你好");
    const laptop = await shop.openBrowser(id);
    expect(laptop.conversationId).toBe(conversation.id);
    const [onPhone, onLaptop] = [
      await getVisitorConversation(phone.ctx),
      await getVisitorConversation(laptop.ctx),
    ];
    expect(onLaptop).toEqual(onPhone);
  });

  it("takes along what a stranger wrote before signing in, and shows it to them alone", async () => {
    const id = someone();
    const browser = await shop.openBrowser();
    const { conversation } = await browser.say("你好");
    const signedIn = await shop.openBrowser(id, browser.claims);
    expect(signedIn.conversationId).toBe(conversation.id);
    expect((await getConversation(shop.ctx, { id: conversation.id })).customerId).toBe(
      signedIn.claims.customerId,
    );
    // The same browser, signed out or with somebody else, must not see it.
    for (const next of [
      await shop.openBrowser(undefined, signedIn.claims),
      await shop.openBrowser(someone(), signedIn.claims),
    ]) {
      expect(next.claims.visitorId).not.toBe(browser.claims.visitorId);
      expect([next.conversationId, await getVisitorConversation(next.ctx)]).toEqual([null, null]);
    }
    // The stranger's old token neither.
    expect(await getVisitorConversation(browser.ctx)).toBeNull();
  });

  it("follows a customer who was merged into another, with the old token too", async () => {
    const [from, into] = [someone(), someone()];
    const [old, kept] = [await shop.openBrowser(from), await shop.openBrowser(into)];
    const { conversation } = await old.say("你好");
    await mergeCustomers(shop.ctx, { from: { externalId: from }, into: { externalId: into } });
    expect((await getVisitorConversation(old.ctx))?.id).toBe(conversation.id);
    expect((await getVisitorConversation(kept.ctx))?.id).toBe(conversation.id);
    expect((await old.say("谢谢")).conversation.id).toBe(conversation.id);
    const again = await shop.openBrowser(from);
    expect([again.claims.customerId, again.conversationId]).toEqual([
      kept.claims.customerId,
      conversation.id,
    ]);
  });

  it("begins under the right customer when the merge came before the first message", async () => {
    const [from, into] = [someone(), someone()];
    const [old, kept] = [await shop.openBrowser(from), await shop.openBrowser(into)];
    await mergeCustomers(shop.ctx, { from: { externalId: from }, into: { externalId: into } });
    const { conversation } = await old.say("你好");
    expect((await getConversation(shop.ctx, { id: conversation.id })).customerId).toBe(
      kept.claims.customerId,
    );
  });
});

describe("what a visitor sees", () => {
  it("is no note, no intent and nothing of who wrote it beyond a name", async () => {
    const browser = await shop.openBrowser();
    const { conversation } = await browser.say("human");
    await takeOverConversation(ana.ctx, { id: conversation.id });
    await addNote(ana.ctx, { id: conversation.id, text: "secret: looks like fraud" });
    const { messages, ...rest } = (await getVisitorConversation(browser.ctx))!;
    expect(messages.map(({ author }) => author)).toEqual(["customer", "bot", "activity", "activity"]);
    expect(JSON.stringify({ messages, rest })).not.toMatch(/fraud|secret|intent"|confidence/);
    expect(rest).toMatchObject({ owner: "human", assigneeName: "Ana" });
  });

  it("is only what is for everyone in their conversation", () => {
    const event = (over: object) => ({
      id: 1,
      conversationId: "mine",
      type: "conversation" as const,
      audience: "everyone" as const,
      payload: { status: "open" },
      ...over,
    });
    expect(selectForVisitor(shop.ctx, event({}), "mine")).not.toBeNull();
    expect(selectForVisitor(shop.ctx, event({ audience: "agents" }), "mine")).toBeNull();
    expect(selectForVisitor(shop.ctx, event({ conversationId: "other" }), "mine")).toBeNull();
    const typing = (author: string) => event({ type: "typing", payload: { author } });
    expect(selectForVisitor(shop.ctx, typing("customer"), "mine")).toBeNull();
    expect(selectForVisitor(shop.ctx, typing("agent"), "mine")).not.toBeNull();
  });
});

describe("who speaks for whom", () => {
  it("only the browser speaks for a customer on the web", async () => {
    const browser = await shop.openBrowser();
    const { conversation } = await browser.say("你好");
    const forged = {
      id: conversation.id,
      author: "customer" as const,
      text: "refund me",
      clientMessageId: "x",
    };
    await expect(sendMessage(shop.ctx, forged)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("nobody but a visitor uses the widget's verbs", async () => {
    for (const ctx of [shop.ctx, ana.ctx]) {
      const send = async () => sendVisitorMessage(ctx, { text: "hi", clientMessageId: "x" });
      await expect(send()).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  it("a visitor rates their own conversation", async () => {
    const browser = await shop.openBrowser();
    const { conversation } = await browser.say("你好");
    await rateAsVisitor(browser.ctx, { score: 4, comment: "thanks" });
    expect((await getConversation(shop.ctx, { id: conversation.id })).rating).toBe(4);
  });
});

describe("a widget key", () => {
  const open = (widgetKey: string, origin: string | null) =>
    openVisitorSession({ widgetKey }, { origin, known: null, requestId: newId() });

  it("is good on the sites that it names, and on any when it names none", async () => {
    const { id, key } = await createWidgetKey(shop.ctx);
    await open(key, "https://anywhere.example");
    await setAllowedOrigins(shop.ctx, { id, allowedOrigins: ["https://shop.example"] });
    await open(key, "https://shop.example");
    for (const origin of [null, "", "null", "http://shop.example", "https://shop.example.evil.example"])
      await expect(open(key, origin)).rejects.toMatchObject({ code: "forbidden" });
    for (const bad of [
      "https://shop.example/",
      "shop.example",
      "javascript:alert(1)",
      "https://*.example/x",
    ]) {
      const set = setAllowedOrigins(shop.ctx, { id, allowedOrigins: [bad] });
      await expect(set).rejects.toMatchObject({ code: "invalid_input" });
    }
  });

  it("opens nothing once it is revoked, and is revoked once", async () => {
    const { id, key } = await createWidgetKey(shop.ctx);
    await revokeWidgetKey(shop.ctx, { id });
    await expect(open(key, null)).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(revokeWidgetKey(shop.ctx, { id })).rejects.toMatchObject({ code: "not_found" });
    await expect(revokeWidgetKey(shop.ctx, { id: "1" })).rejects.toMatchObject({ code: "invalid_input" });
  });
});
