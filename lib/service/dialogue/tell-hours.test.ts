import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openOwner } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import type { ChatShop } from "@/test/support/chat-shop";

const { ownerUrl } = await useTestDatabase();
const { openChatShop } = await import("@/test/support/chat-shop");
const { setBusinessHours } = await import("@/lib/data/business-hours");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

const NINE_TO_SIX = [{ from: "09:00", to: "18:00" }];

let shop: ChatShop;
beforeAll(async () => {
  shop = await openChatShop(sql);
});

describe("who asks when people are there", () => {
  it("gets an article or a person where the shop has not said its hours", async () => {
    const chat = await shop.customerChat("early-bird");
    const { reply } = await chat.say("你们人工几点上班");
    expect(reply!.text).not.toContain("09:00");
  });

  it.each([
    [
      "zh",
      "你们人工几点上班",
      /周一–周五 09:00–18:00；周六 09:00–12:00, 13:00–16:00（GMT\+8）。现在有同事在线/,
    ],
    [
      "en",
      "What are your opening hours?",
      /Mon–Fri 09:00–18:00; Sat .* \(GMT\+8\)\. Somebody is here right now/,
    ],
    ["es", "¿hasta qué hora atienden?", /lun–vie 09:00–18:00; sáb .*Ahora mismo hay alguien/],
  ] as const)("hears them in %s, in the shop's time, from the bot", async (locale, question, answer) => {
    const saturday = [
      { from: "09:00", to: "12:00" },
      { from: "13:00", to: "16:00" },
    ];
    // It is Wednesday, four in the afternoon in Shanghai.
    await setBusinessHours(shop.ctx, {
      week: [...Array(5).fill(NINE_TO_SIX), saturday, []],
      special: [],
    });
    const chat = await shop.customerChat(`visitor-${locale}`, locale);
    const { reply, conversation } = await chat.say(question);
    expect(reply!.text).toMatch(answer);
    expect(conversation.owner).toBe("bot");
  });

  it("in the middle of something is answered and asked again", async () => {
    const chat = await shop.customerChat("li");
    await chat.say("Cancel HP-20440 please");
    const { reply } = await chat.say("until what time are you there today?");
    expect(reply!.text).toMatch(/Mon–Fri.*\n.*Shall I cancel order HP-20440/s);
    expect((await chat.say("I want to talk to a person")).conversation.owner).toBe("human");
  });
});

describe("what is not understood", () => {
  it("is about the product that it names", async () => {
    const chat = await shop.customerChat("puzzled");
    const { reply } = await chat.say("what does the tea cup cost these days");
    expect(reply!.text).toMatch(/Tea cup costs ¥29\.00/);
  });

  it("and cannot be done leaves what is open to the customer", async () => {
    const chat = await shop.customerChat("wang");
    await chat.say("I want to return something from HP-20500");
    const { reply, conversation } = await chat.say("Can I pay in monthly instalments at your shop?");
    expect(reply!.text).toMatch(/human.*\n.*(?:Which items|reason)/s);
    expect(conversation.owner).toBe("bot");
  });
});
