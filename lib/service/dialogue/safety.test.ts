import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openOwner } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import type { ChatShop } from "@/test/support/chat-shop";

const { ownerUrl } = await useTestDatabase();
const { openChatShop } = await import("@/test/support/chat-shop");
const { upsertOrders } = await import("@/lib/data/orders");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let shop: ChatShop;
beforeAll(async () => {
  shop = await openChatShop(sql);
});

let made = 0;
/** A customer of their own with as many paid orders of tea, the newest first. */
async function withOrders(count: number, locale: "zh" | "en" | "es" = "en") {
  made += 1;
  const customer = `careful-${made}`;
  const chat = await shop.customerChat(customer, locale);
  const numbers = Array.from({ length: count }, (_, at) => `HP-${70_000 + made * 10 + at}`);
  const items = numbers.map((number, at) => ({
    ...{ externalId: number, number, customer: { externalId: customer } },
    ...{ status: "paid" as const, placedAt: `2026-06-${29 - at}T00:00:00Z` },
    lines: [
      {
        ...{ product: { externalId: at % 2 === 0 ? "tea" : "cup" }, quantity: 1 },
        unitPrice: { amountMinor: 8_800, currency: "CNY" },
      },
    ],
    shippingAddress: {
      ...{ recipient: "Ana", phone: "+34612000111", lines: ["Calle Mayor 3", "piso 3"] },
      ...{ city: "Madrid", postalCode: "28013", country: "ES" },
    },
  }));
  await upsertOrders(shop.ctx, { items });
  const status = async (number: string) =>
    (
      await sql<{ status: string }[]>`
        SELECT status FROM orders WHERE merchant_id = ${shop.merchantId} AND number = ${number}`
    )[0]!.status;
  const address = async (number: string) =>
    JSON.stringify(
      (
        await sql`SELECT shipping_address FROM orders WHERE merchant_id = ${shop.merchantId} AND number = ${number}`
      )[0],
    );
  return { numbers, status, address, say: async (text: string) => (await chat.say(text)).reply?.text ?? "" };
}

describe("a yes", () => {
  it("is meant for the order that the last question named, and not for the one before", async () => {
    const { say, numbers, status } = await withOrders(3);
    await say("cancel my order");
    expect(await say("the third one")).toContain(numbers[2]);
    expect(await say("hmm what's in the first one again?")).toContain(numbers[0]);
    const asked = await say("ok that one then. cancel that.");
    expect(asked).toMatch(new RegExp(`Shall I cancel order ${numbers[0]}`));
    expect(await Promise.all(numbers.map(status))).toEqual(["paid", "paid", "paid"]);
    await say("yes");
    expect(await Promise.all(numbers.map(status))).toEqual(["cancelled", "paid", "paid"]);
  });

  it("that is none in so many words asks once more instead of pretending", async () => {
    const { say, numbers, status } = await withOrders(1, "zh");
    await say("取消订单");
    expect(await say("好像也行的样子吧大概")).not.toBe("好的，请问还需要我帮您做什么？");
    expect(await status(numbers[0]!)).toBe("paid");
  });

  it("after a no that insists asks again", async () => {
    const { say, numbers, status } = await withOrders(1, "zh");
    await say("取消订单");
    expect(await say("算了取消吧")).toContain("确认取消订单");
    expect(await status(numbers[0]!)).toBe("paid");
    await say("对");
    expect(await status(numbers[0]!)).toBe("cancelled");
  });
});

describe("a part of an address that is corrected", () => {
  it.each([
    ["ah pará, piso 5", "piso 5"],
    ["lo recibe mi vieja, Marta Sosa", "Marta Sosa"],
  ])("is heard as it is said: %s", async (text, part) => {
    const { say, numbers, address } = await withOrders(1, "es");
    await say("quiero cambiar la dirección");
    await say("Calle Serrano 54, piso 3, 28001 Madrid");
    expect(await say(text)).toContain(part);
    await say("sí");
    expect(await address(numbers[0]!)).toContain(part);
  });
});

it("an integration is not told how the customer feels", async () => {
  const chat = await shop.customerChat("feeling", "en");
  await chat.say("I am very disappointed with all of this and quite sad about it");
  const { conversation } = await chat.say("where is my order, this is taking far too long");
  expect(Object.keys(conversation.slots)).not.toContain("feelings");
});
