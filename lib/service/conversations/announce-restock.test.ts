import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { cny, openOwner } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import type { ChatShop } from "@/test/support/chat-shop";

const { ownerUrl } = await useTestDatabase();
const { openChatShop } = await import("@/test/support/chat-shop");
const { upsertProducts } = await import("@/lib/data/catalog");
const { listRestockNotices } = await import("@/lib/data/after-sales");
const { getConversation, handBackConversation } = await import("@/lib/service/conversations");
const { watchRestockJob } = await import("./jobs");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let shop: ChatShop;
beforeAll(async () => {
  shop = await openChatShop(sql);
});

let made = 0;
/** A product of its own of which there is none, and somebody who waits for it in their chat. */
async function waitFor(locale: "en" | "zh", question: (name: string) => string, yes: string) {
  made += 1;
  const name = ["Zisha pot", "Gongfu tray", "Bamboo scoop"][made]!;
  const product = { externalId: name, name: { en: name, zh: name, es: name }, price: cny(9_900) };
  await upsertProducts(shop.ctx, { items: [{ ...product, stock: { onHand: 0 } }] });
  const chat = await shop.customerChat(`waiter-${made}`, locale);
  await chat.say(question(name));
  await chat.say(yes);
  const restock = () => upsertProducts(shop.ctx, { items: [{ ...product, stock: { onHand: 5 } }] });
  return { chat, name, restock };
}

const run = () => watchRestockJob.run(newId(), {}, "job", new AbortController().signal);
const lastOf = async (id: string) => (await getConversation(shop.ctx, { id })).messages.at(-1)!;

describe("whoever waits for a product", () => {
  it("is told once in their chat, in their language, when it is back", async () => {
    const { chat, name, restock } = await waitFor("en", (it) => `Is the ${it} in stock?`, "yes please");
    await run();
    expect((await lastOf(chat.id)).text).toMatch(/will write to you/);
    await restock();
    await Promise.all([run(), run()]);
    expect(await lastOf(chat.id)).toMatchObject({
      author: "bot",
      text: expect.stringContaining(`${name} is back in stock`),
      sources: [{ type: "product" }],
    });
    await run();
    const { messages } = await getConversation(shop.ctx, { id: chat.id });
    expect(messages.filter(({ text }) => text.includes("back in stock"))).toHaveLength(1);
    expect((await listRestockNotices(shop.ctx, { status: "sent" })).data).toHaveLength(1);
  });

  it("is not written to by the bot while a person has the conversation, but when it is given back", async () => {
    const { chat, name, restock } = await waitFor("zh", (it) => `${it} 有货吗`, "好的");
    expect((await chat.say("转人工")).conversation.owner).toBe("human");
    await restock();
    await run();
    expect((await lastOf(chat.id)).text).not.toContain("到货");
    await handBackConversation(shop.ctx, { id: chat.id });
    await run();
    expect((await lastOf(chat.id)).text).toContain(`${name} 到货了`);
  });
});
