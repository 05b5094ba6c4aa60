import { afterAll, beforeAll, expect, it } from "vitest";
import { openOwner } from "@/lib/data/catalog/test-shop";
import { maskPersonalData } from "@/lib/intelligence/text";
import { useTestDatabase } from "@/test/database";
import type { ChatShop } from "@/test/support/chat-shop";

const { ownerUrl } = await useTestDatabase();
const { openChatShop } = await import("@/test/support/chat-shop");
const { getVisitorConversation, resolveConversation, toVisitorAnswer } = await import(
  "@/lib/service/conversations"
);
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let shop: ChatShop;
beforeAll(async () => {
  shop = await openChatShop(sql);
});

it("a guest of a masking shop proves an order: hidden at first, sent when the bot asks, hidden again", async () => {
  const browser = await shop.openBrowser();
  let isAsked = false;
  const say = async (written: string) => {
    const { text } = maskPersonalData(written, {
      language: "en",
      ...(isAsked ? { keep: ["email", "phone"] as const } : {}),
    });
    const { message, reply, conversation } = toVisitorAnswer(browser.ctx, await browser.say(text));
    isAsked = conversation.asksForContact;
    return { said: message.text, answer: reply?.text ?? "", isAsked };
  };
  const first = await say("Where is my order HP-20600? My e-mail is guest@example.com");
  expect(first).toMatchObject({ said: "Where is my order HP-20600? My e-mail is [e-mail]", isAsked: true });
  expect(first.answer).toMatch(/which e-mail address or phone number/);
  expect((await getVisitorConversation(browser.ctx))?.asksForContact).toBe(true);

  const wrong = await say("It is 612 345 999");
  expect(wrong).toMatchObject({ said: "It is 612 345 999", isAsked: true });
  const second = await say("guest@example.com");
  expect(second).toMatchObject({ said: "guest@example.com", isAsked: false });
  expect(second.answer).toContain("HP-20600");
  const third = await say("Thanks! Write to guest@example.com");
  expect(third.said).toBe("Thanks! Write to [e-mail]");
});

it("asks for the number and the contact at once, and for the number alone when it has the contact", async () => {
  const browser = await shop.openBrowser();
  const asked = await browser.say("where is my order?");
  expect(asked.conversation).toMatchObject({ slots: { awaiting: "order_number" }, asksForContact: true });
  const given = await browser.say("my e-mail is guest@example.com");
  expect(given.conversation).toMatchObject({ slots: { awaiting: "order_number" }, asksForContact: false });
});

it("asks no customer who is vouched for, nobody with a person, and nobody after the end", async () => {
  const known = await shop.openBrowser("li");
  const { conversation } = await known.say("where is my order?");
  expect(conversation).toMatchObject({ slots: { awaiting: "order_number" }, asksForContact: false });

  const guest = await shop.openBrowser();
  const { conversation: open } = await guest.say("where is my order HP-20600?");
  expect(open.asksForContact).toBe(true);
  await resolveConversation(shop.ctx, { id: open.id });
  expect((await getVisitorConversation(guest.ctx))?.asksForContact).toBe(false);

  const other = await shop.openBrowser();
  await other.say("where is my order HP-20600?");
  expect((await other.say("human")).conversation.asksForContact).toBe(false);
});
